import { preparedBy, testPairs } from './testing/payment-pairs';
import { words } from './testing/payment-verbs';

/** Its transfer is in a block that the watcher has not read. */
testPairs((world, desk) => ({
  state: 'sent',
  names: [...words, 'record', 'see it in a block'],
  newSubject: async () => {
    const { id, signingId, transferId, call } = await preparedBy(desk, desk.sender);
    const hash = await world.send('admin', call);
    await world.mine();
    return { id, signingId, transferId, hash };
  },
}));

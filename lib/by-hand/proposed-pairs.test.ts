import { checksumAddress, hex } from '@/lib/chains/address';
import { testSafe } from '@/lib/payouts/testing/safe';
import { preparedBy, testPairs } from './testing/payment-pairs';
import { words } from './testing/payment-verbs';

/** Nothing of it has reached the network yet; what a Safe answers is a proposal. */
testPairs((world, desk) => {
  const safe = testSafe(world, desk, hex(checksumAddress('0x5afe00000000000000000000000000000005afe2')));
  return {
    state: 'proposed',
    names: [...words, 'report a batch of calls', 'cancel', 'follow'],
    newSubject: async () => {
      const { id, signingId, transferId, call } = await preparedBy(desk, safe.address);
      return { id, signingId, transferId, hash: await safe.hashOf(safe.act(call), await safe.next()) };
    },
  };
});

import { expect } from 'vitest';
import { testPairs } from './testing/payment-pairs';

/** No wallet was asked for it. */
testPairs((_world, desk) => ({
  state: 'unasked',
  names: ['hand it to the wallet', 'give it up', 'decline', 'cancel', 'follow'],
  newSubject: async () => {
    const payout = await desk.owed();
    const { signings } = await desk.prepareUnasked([payout.id]);
    const [signing] = signings;
    const transferId = signing?.calls[0]?.transfer_ids[0] ?? expect.unreachable();
    return { id: payout.id, signingId: signing?.id ?? '', transferId, hash: `0x${'0a'.repeat(32)}` };
  },
}));

import type { Rail } from '@/lib/rails/rail';
import { prove } from '@/lib/rails/wallet/prove';
import { watch } from '@/lib/rails/wallet/watch';
import { shkeeperTerms } from './terms';

/** Payments that a merchant's gateway sends from its hot wallet: on the chain they look like those of any wallet. */
export const shkeeperRail: Rail = {
  terms: shkeeperTerms,
  prove: ({ payout, transfer: { sender } }, log) => {
    const { id, chain, token, net: amount, recipientAddress: recipient } = payout;
    if (!recipient) throw new Error(`The payout ${id} has nobody whom a gateway could pay`);
    return prove({ chain, token, sender, recipient, amount }, log);
  },
  watch,
};

import type { Rail } from '@/lib/rails/rail';
import { handFacts } from './facts';
import { prove } from './prove';
import { walletTerms } from './terms';
import { watch } from './watch';

/** Payments by hand: a member of the merchant signs in a wallet of theirs. */
export const walletRail: Rail = {
  terms: walletTerms,
  prove: ({ payout, transfer }, log) => prove(handFacts(payout, transfer.sender), log),
  watch,
};

import type { Rail } from '@/lib/rails/rail';
import { prove } from '@/lib/rails/wallet/prove';
import { watch } from '@/lib/rails/wallet/watch';
import { hotWalletTerms } from './terms';

export const hotWalletRail: Rail = {
  terms: hotWalletTerms,
  prove: ({ payout, transfer: { sender } }, log) => {
    const { chain, token, net: amount, recipientAddress } = payout;
    return prove({ chain, token, amount, sender, recipient: recipientAddress ?? '' }, log);
  },
  watch: (chain, payers) => watch(chain, payers),
};

import type { RailId } from '@/db/vocabulary/payouts';
import { unchecked } from '@/lib/kernel/unchecked';
import type { RailTerms } from '@/lib/rails/terms';

/** A rail that only tests have: the portal itself sends, from a wallet of its own, as a gateway would. */
export const hotWallet = unchecked<RailId>('hot_wallet', 'the vocabulary of the product does not have it');

export const hotWalletTerms: RailTerms = {
  id: hotWallet,
  paidBy: 'portal',
  needsVault: false,
  needsGateway: false,
  hasClaimId: false,
  recipients: ['wallet'],
  deliveries: ['claim'],
  fee: 'none',
  expiry: 'nothing_open',
  books: { source: 'own_wallets', promised: 'owed', escrow: 'own_escrow' },
};

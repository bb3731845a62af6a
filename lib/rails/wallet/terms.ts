import type { RailTerms } from '@/lib/rails/terms';

/** What is paid by hand never was in the vault: a vault's balance stays `available` + `committed`. */
export const walletTerms: RailTerms = {
  id: 'wallet',
  paidBy: 'member',
  needsVault: false,
  needsGateway: false,
  hasClaimId: false,
  recipients: ['wallet'],
  deliveries: ['claim'],
  fee: 'none',
  expiry: 'nothing_open',
  books: { source: 'own_wallets', promised: 'owed', escrow: 'own_escrow' },
};

import type { RailTerms } from '@/lib/rails/terms';

/** A gateway's hot wallet never was in the vault, and it has an account of its own in the books. */
export const shkeeperTerms: RailTerms = {
  id: 'shkeeper',
  paidBy: 'portal',
  needsVault: false,
  needsGateway: true,
  hasClaimId: false,
  recipients: ['wallet'],
  deliveries: ['claim'],
  fee: 'none',
  expiry: 'nothing_open',
  books: { source: 'gateway_wallets', promised: 'owed', escrow: 'own_escrow' },
};

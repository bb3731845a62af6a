import type { RailTerms } from '@/lib/rails/terms';

export const contractTerms: RailTerms = {
  id: 'contract',
  paidBy: 'recipient',
  needsVault: true,
  needsGateway: false,
  hasClaimId: true,
  recipients: ['wallet', 'email', 'anyone'],
  deliveries: ['claim', 'send'],
  fee: 'terms',
  expiry: 'proved_unpaid',
  books: { source: 'available', promised: 'committed', escrow: 'escrow' },
};

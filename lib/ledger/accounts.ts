import type { AccountKind, RailId } from '@/db/vocabulary';

/**
 * Where a payout's money stands in the books before and while it is promised. What is paid by hand never was in the
 * vault, so a vault's balance stays `available` + `committed`, whatever is paid beside it.
 */
export const accountsOf = {
  contract: { source: 'available', promised: 'committed' },
  wallet: { source: 'own_wallets', promised: 'owed' },
} as const satisfies Record<RailId, { source: AccountKind; promised: AccountKind }>;

import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, notExists, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { payouts, transfers, vaults } from '@/db/schema';
import { type ChainKey, liveTransferStatuses } from '@/db/vocabulary';
import type { Payout, Vault } from './store';

/**
 * Open payouts whose time is over, and open or failed ones whose cancellation was asked for, of which no signed payout can
 * be paid any more: `passed` is the final time of their chain. What is being paid by hand is none of them.
 */
export async function selectLapsed(db: Queryable, chain: ChainKey, now: Date, passed: Date): Promise<Payout[]> {
  const openPayment = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.payoutId, payouts.id), inArray(transfers.status, [...liveTransferStatuses])));
  return db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.chain, chain),
        or(
          and(inArray(payouts.status, ['pending', 'awaiting_approval']), lte(payouts.expiresAt, now)),
          and(
            inArray(payouts.status, ['pending', 'awaiting_approval', 'failed']),
            isNotNull(payouts.cancelRequestedAt),
          ),
        ),
        or(isNull(payouts.signedUntil), lt(payouts.signedUntil, passed)),
        or(ne(payouts.rail, 'wallet'), notExists(openPayment)),
      ),
    )
    .orderBy(payouts.expiresAt)
    .limit(200);
}

/** Payouts that somebody tried to claim while the vault could not pay. */
export async function selectAwaitingFunds(db: Queryable, chain: ChainKey): Promise<{ payout: Payout; vault: Vault }[]> {
  return db
    .select({ payout: payouts, vault: vaults })
    .from(payouts)
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(payouts.chain, chain), eq(payouts.status, 'pending'), isNotNull(payouts.awaitingFundsSince)))
    .orderBy(payouts.awaitingFundsSince)
    .limit(200);
}

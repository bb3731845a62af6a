import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { burntClaimIds, payouts, transfers, vaults, vouchers } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import type { Key, Payout, Vault } from '@/lib/payouts/store';
import { railsWhere } from '@/lib/rails/traits';

/** Of all merchants together, shared by turns. */
const maxAtOnce = 200;

/** `signedFrom`: when the first claim was signed for it; null when none ever was. */
export type Due = { payout: Payout; vault: Vault | null; signedFrom: Date | null };

/**
 * Open payouts whose time is over, and open or failed ones whose cancellation was asked for, of which no signed payout can
 * be paid any more: `passed` is the final time of their chain. Where an open payment keeps a payout from its end, what is being paid is none of them.
 */
export async function selectLapsed(db: Queryable, chain: ChainKey, now: Date, passed: Date): Promise<Due[]> {
  const openPayment = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.payoutId, payouts.id), inArray(transfers.status, [...liveTransferStatuses])));
  const next = db
    .select({ id: payouts.id })
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
        or(
          inArray(
            payouts.rail,
            railsWhere(({ expiry }) => expiry === 'proved_unpaid'),
          ),
          notExists(openPayment),
        ),
      ),
    )
    .orderBy(turnOf(payouts.merchantId, payouts.expiresAt), byChance)
    .limit(maxAtOnce);
  return selectDue(db, inArray(payouts.id, next)).orderBy(payouts.expiresAt);
}

/**
 * Open payouts that are to be cancelled, of which a signed payout is still good: only that the vault burnt an id of their word
 * can end them sooner.
 */
export async function selectToCancelSigned(db: Queryable, chain: ChainKey, passed: Date): Promise<Due[]> {
  const burnt = db
    .select({ word: burntClaimIds.word })
    .from(burntClaimIds)
    .where(
      and(
        eq(burntClaimIds.merchantId, payouts.merchantId),
        eq(burntClaimIds.vaultId, sql`${payouts.vaultId}`),
        eq(burntClaimIds.word, sql`div(${payouts.claimId}, 256)`),
      ),
    );
  const next = db
    .select({ id: payouts.id })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.chain, chain), eq(payouts.status, 'pending'), isNotNull(payouts.cancelRequestedAt)],
        ...[gte(payouts.signedUntil, passed), exists(burnt)],
      ),
    )
    .orderBy(byChance)
    .limit(maxAtOnce);
  return selectDue(db, inArray(payouts.id, next));
}

function selectDue(db: Queryable, which: SQL | undefined) {
  const firstVoucher = db
    .select({ at: min(vouchers.createdAt) })
    .from(vouchers)
    .where(eq(vouchers.payoutId, payouts.id));
  const signedFrom = sql<Date | null>`(${firstVoucher})`.mapWith(vouchers.createdAt);
  return db
    .select({ payout: payouts, vault: vaults, signedFrom })
    .from(payouts)
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(which);
}

/** One payout with what its lapse depends on, whether or not it is due. */
export async function findDue(db: Queryable, { merchantId, id }: Key): Promise<Due | null> {
  const [row] = await selectDue(db, and(eq(payouts.merchantId, merchantId), eq(payouts.id, id)));
  return row ?? null;
}

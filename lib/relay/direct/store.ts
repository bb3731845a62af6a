import { and, eq, gt, inArray, isNull, notExists, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { payouts, relayedClaims } from '@/db/schema';
import { turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { untilClaimed } from '@/db/vocabulary/payouts';
import { liveRelayedStatuses } from '@/db/vocabulary/relay';
import type { Key } from '@/lib/payouts/store';

/** Only one that has settled since is followed by another: what it ended with may be about to show. */
const keepsOthersOut = (now: Date, settled: Date) =>
  or(
    inArray(relayedClaims.status, [...liveRelayedStatuses]),
    gt(relayedClaims.notBefore, now),
    gt(relayedClaims.updatedAt, settled),
  );

/** Payouts of a chain that we send ourselves and that nothing keeps from it; merchants by turns, the oldest first. */
export async function selectToSend(
  db: Queryable,
  chain: ChainKey,
  { now, settled }: { now: Date; settled: Date },
  limit: number,
): Promise<Key[]> {
  const standing = db
    .select({ id: relayedClaims.id })
    .from(relayedClaims)
    .where(and(eq(relayedClaims.payoutId, payouts.id), keepsOthersOut(now, settled)));
  return db
    .select({ merchantId: payouts.merchantId, id: payouts.id })
    .from(payouts)
    .where(
      and(
        eq(payouts.chain, chain),
        eq(payouts.delivery, 'send'),
        eq(payouts.status, 'pending'),
        or(isNull(payouts.obstacle), inArray(payouts.obstacle, [...untilClaimed])),
        isNull(payouts.cancelRequestedAt),
        gt(payouts.expiresAt, now),
        notExists(standing),
      ),
    )
    .orderBy(turnOf(payouts.merchantId, payouts.id), payouts.id)
    .limit(limit);
}

import { and, asc, count, desc, eq, gte, inArray, isNull, lt, notInArray, sum } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { invites, members, merchantLimits, merchants, payouts, stops } from '@/db/schema';

/** What operators read about merchants: numbers, and of single payouts no more than how they are. */

export async function findIdByReference(db: Queryable, reference: string): Promise<string | null> {
  const [row] = await db.select({ id: merchants.id }).from(merchants).where(eq(merchants.reference, reference));
  return row?.id ?? null;
}

/** Whom operators invited to it first; null for nobody. */
export async function findFirstInvite(tx: Tx, merchantId: string) {
  const [row] = await tx
    .select()
    .from(invites)
    .where(and(eq(invites.merchantId, merchantId), isNull(invites.invitedBy)))
    .orderBy(asc(invites.id))
    .limit(1);
  return row ?? null;
}

export async function countPeople(db: Queryable, merchantId: string): Promise<number> {
  return db.$count(members, eq(members.merchantId, merchantId));
}

/** The newest first. */
export function selectMerchants(db: Queryable, before: string | undefined, limit: number) {
  return db
    .select()
    .from(merchants)
    .where(before === undefined ? undefined : lt(merchants.id, before))
    .orderBy(desc(merchants.id))
    .limit(limit);
}

export function selectTeamSizes(db: Queryable, ids: readonly string[]) {
  return db
    .select({ merchantId: members.merchantId, people: count() })
    .from(members)
    .where(inArray(members.merchantId, [...ids]))
    .groupBy(members.merchantId);
}

export function selectLimits(db: Queryable, ids: readonly string[]) {
  return db
    .select()
    .from(merchantLimits)
    .where(inArray(merchantLimits.merchantId, [...ids]));
}

/** What stands still of each: its id, whether it makes no new payouts either, and who stopped it. */
export function selectMerchantStops(db: Queryable, ids: readonly string[]) {
  const { id, merchantId, suspends, reason, byKind, byId } = stops;
  return db
    .select({ id, merchantId, suspends, reason, byKind, byId })
    .from(stops)
    .where(and(inArray(stops.merchantId, [...ids]), isNull(stops.liftedAt)));
}

const what = { chain: payouts.chain, symbol: payouts.symbol, decimals: payouts.decimals } as const;

/** What was paid since a moment, by merchant and asset. */
export function selectVolumes(db: Queryable, ids: readonly string[], since: Date) {
  return db
    .select({
      ...{ merchantId: payouts.merchantId, ...what, payouts: count() },
      net: sum(payouts.net).mapWith(BigInt),
      fee: sum(payouts.fee).mapWith(BigInt),
    })
    .from(payouts)
    .where(and(inArray(payouts.merchantId, [...ids]), eq(payouts.status, 'completed'), gte(payouts.completedAt, since)))
    .groupBy(payouts.merchantId, payouts.chain, payouts.symbol, payouts.decimals);
}

export function selectOpenCounts(db: Queryable, ids: readonly string[]) {
  return db
    .select({ merchantId: payouts.merchantId, open: count() })
    .from(payouts)
    .where(
      and(
        inArray(payouts.merchantId, [...ids]),
        notInArray(payouts.status, ['completed', 'failed', 'cancelled', 'expired']),
      ),
    )
    .groupBy(payouts.merchantId);
}

/** Never to whom, nor what for. */
export function selectSeenPayouts(db: Queryable, merchantId: string, limit: number) {
  return db
    .select({
      ...{ id: payouts.id, status: payouts.status, rail: payouts.rail, ...what },
      ...{ net: payouts.net, createdAt: payouts.createdAt },
    })
    .from(payouts)
    .where(eq(payouts.merchantId, merchantId))
    .orderBy(desc(payouts.id))
    .limit(limit);
}

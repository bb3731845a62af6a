import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { apiKeys, approvals, auditLines, members, orders, payouts, users } from '@/db/schema';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key, Payout } from '@/lib/payouts/store';

export type Approval = typeof approvals.$inferSelect;

/** False when this person gave it before. */
export async function insertApproval(
  tx: Tx,
  payout: LockedPayout,
  approval: Omit<Approval, 'merchantId' | 'payoutId'>,
): Promise<boolean> {
  const values = { ...approval, merchantId: payout.merchantId, payoutId: payout.id };
  const rows = await tx.insert(approvals).values(values).onConflictDoNothing().returning({ id: approvals.id });
  return rows.length === 1;
}

export async function selectApprovals(db: Queryable, merchantId: string, payoutIds: string[]): Promise<Approval[]> {
  if (payoutIds.length === 0) return [];
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.merchantId, merchantId), inArray(approvals.payoutId, payoutIds)))
    .orderBy(asc(approvals.id));
}

export async function selectAwaitingApproval(
  db: Queryable,
  filter: { merchantId: string; limit: number },
): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, filter.merchantId), eq(payouts.status, 'awaiting_approval')))
    .orderBy(payouts.id)
    .limit(filter.limit);
}

/**
 * By payout, the person behind it: who made it, or who made the API key that did. Behind what time released is who made the order.
 * The operator's keys have none.
 */
export async function selectMakers(db: Queryable, merchantId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const byTime = and(eq(orders.id, payouts.orderId), isNull(payouts.createdBy), isNull(payouts.createdByKey));
  const key = sql`coalesce(${payouts.createdByKey}, ${orders.createdByKey})`;
  const maker = sql<string | null>`coalesce(${payouts.createdBy}, ${orders.createdBy}, ${apiKeys.createdBy})`;
  const rows = await db
    .select({ id: payouts.id, maker })
    .from(payouts)
    .leftJoin(orders, and(eq(orders.merchantId, payouts.merchantId), byTime))
    .leftJoin(apiKeys, and(eq(apiKeys.merchantId, payouts.merchantId), eq(apiKeys.id, key)))
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, ids)));
  return new Map(rows.flatMap(({ id, maker }) => (maker === null ? [] : [[id, maker] as const])));
}

/** Who named another recipient for a payout that was made, or before for the order that it pays, or made the API key that did. */
export async function selectRedirectors(db: Queryable, { merchantId, id }: Key): Promise<Set<string>> {
  const itself = and(eq(auditLines.subjectId, id), eq(auditLines.action, 'payout.recipient_changed'));
  const itsOrder = and(
    eq(payouts.orderSide, 'release'),
    inArray(auditLines.action, ['order.seller_changed', 'order.seller_changing']),
    lte(auditLines.createdAt, payouts.createdAt),
    sql`${auditLines.detail} ->> 'address' = ${payouts.recipientAddress}`,
  );
  const rows = await db
    .select({ by: sql<string | null>`coalesce(${apiKeys.createdBy}, ${auditLines.actorId})` })
    .from(auditLines)
    .innerJoin(
      payouts,
      and(
        eq(payouts.merchantId, auditLines.merchantId),
        or(eq(auditLines.subjectId, payouts.id), eq(auditLines.subjectId, payouts.orderId)),
      ),
    )
    .leftJoin(apiKeys, and(eq(apiKeys.merchantId, auditLines.merchantId), eq(apiKeys.id, auditLines.actorId)))
    .where(and(eq(auditLines.merchantId, merchantId), eq(payouts.id, id), or(itself, itsOrder)));
  return new Set(rows.flatMap(({ by }) => by ?? []));
}

/** Of these people, who has left the team: what they consented to counts no more while the payout still waits. */
export async function selectFormer(db: Queryable, merchantId: string, userIds: string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), eq(members.merchantId, merchantId)))
    .where(and(inArray(users.id, userIds), isNull(members.userId)));
  return new Set(rows.map(({ id }) => id));
}

/** How many people consented to exactly this; who made the payout, or named whom it goes to, is none of them. */
export async function countApprovals(db: Queryable, payout: Key, digest: string): Promise<number> {
  return (await selectConsenting(db, payout, digest)).size;
}

/** The same while it still waits, without those who have left the team since. */
export async function countStanding(tx: Tx, payout: LockedPayout, digest: string): Promise<number> {
  const people = await selectConsenting(tx, payout, digest);
  return people.difference(await selectFormer(tx, payout.merchantId, [...people])).size;
}

async function selectConsenting(db: Queryable, payout: Key, digest: string): Promise<Set<string>> {
  const given = await selectApprovals(db, payout.merchantId, [payout.id]);
  const maker = (await selectMakers(db, payout.merchantId, [payout.id])).get(payout.id);
  const consenting = given.filter((one) => one.digest === digest && one.userId !== maker).map((one) => one.userId);
  return new Set(consenting).difference(await selectRedirectors(db, payout));
}

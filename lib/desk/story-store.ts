import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import {
  apiKeys,
  approvals,
  attempts,
  auditLines,
  claimLinks,
  deliveries,
  endpoints,
  entries,
  events,
  identities,
  paymentHolds,
  postings,
  transfers,
  vaults,
  vouchers,
} from '@/db/schema';
import type { Key } from '@/lib/payouts/store';

/** Everything about one payout, a table each, oldest first. A payout with more lines than this has stopped being read. */
export const mostLines = 300;

export async function selectAuditOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.merchantId, merchantId), eq(auditLines.subjectId, id)))
    .orderBy(asc(auditLines.id))
    .limit(mostLines);
}

export async function selectEventsOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select({ id: events.id, type: events.type, version: events.payoutVersion, createdAt: events.createdAt })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), eq(events.payoutId, id), eq(events.test, false)))
    .orderBy(asc(events.position))
    .limit(mostLines);
}

export async function selectDeliveriesOf(db: Queryable, merchantId: string, eventIds: string[]) {
  if (eventIds.length === 0) return [];
  return db
    .select({
      ...{ id: deliveries.id, eventId: deliveries.eventId, endpointId: deliveries.endpointId },
      ...{ status: deliveries.status, attempts: deliveries.attempts, url: endpoints.url },
    })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
    .where(and(eq(deliveries.merchantId, merchantId), inArray(deliveries.eventId, eventIds)))
    .orderBy(asc(deliveries.id))
    .limit(mostLines);
}

export async function selectAttemptsOf(db: Queryable, merchantId: string, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return [];
  return db
    .select({
      ...{ deliveryId: attempts.deliveryId, number: attempts.number, startedAt: attempts.startedAt },
      ...{ durationMs: attempts.durationMs, status: attempts.status, error: attempts.error },
    })
    .from(attempts)
    .where(and(eq(attempts.merchantId, merchantId), inArray(attempts.deliveryId, deliveryIds)))
    .orderBy(asc(attempts.startedAt), asc(attempts.id))
    .limit(mostLines);
}

export async function selectPostingsOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select({ posting: postings, entry: entries })
    .from(postings)
    .leftJoin(entries, eq(entries.postingId, postings.id))
    .where(and(eq(postings.merchantId, merchantId), eq(postings.payoutId, id)))
    .orderBy(asc(postings.id), asc(entries.id))
    .limit(mostLines);
}

export async function selectTransfersOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select()
    .from(transfers)
    .where(and(eq(transfers.merchantId, merchantId), eq(transfers.payoutId, id)))
    .orderBy(asc(transfers.id))
    .limit(mostLines);
}

export async function selectVouchersOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.merchantId, merchantId), eq(vouchers.payoutId, id)))
    .orderBy(asc(vouchers.createdAt))
    .limit(mostLines);
}

export async function selectLinksOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select({ createdAt: claimLinks.createdAt, revokedAt: claimLinks.revokedAt })
    .from(claimLinks)
    .where(and(eq(claimLinks.merchantId, merchantId), eq(claimLinks.payoutId, id)))
    .orderBy(asc(claimLinks.createdAt))
    .limit(mostLines);
}

export async function selectApprovalsOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.merchantId, merchantId), eq(approvals.payoutId, id)))
    .orderBy(asc(approvals.createdAt))
    .limit(mostLines);
}

export async function findHoldOf(db: Queryable, { merchantId, id }: Key, now: Date) {
  const [row] = await db
    .select()
    .from(paymentHolds)
    .where(and(eq(paymentHolds.merchantId, merchantId), eq(paymentHolds.payoutId, id), gt(paymentHolds.until, now)));
  return row ?? null;
}

export async function findVaultAddress(db: Queryable, merchantId: string, id: string): Promise<string | null> {
  const [row] = await db
    .select({ address: vaults.address })
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id)));
  return row?.address ?? null;
}

/** What people sign in with, and how this merchant's keys are called. */
export async function selectNames(db: Queryable, merchantId: string, userIds: string[], keyIds: string[]) {
  const [people, keys] = await Promise.all([
    userIds.length === 0
      ? []
      : db.select().from(identities).where(inArray(identities.userId, userIds)).orderBy(asc(identities.createdAt)),
    keyIds.length === 0
      ? []
      : db
          .select({ id: apiKeys.id, name: apiKeys.name })
          .from(apiKeys)
          .where(and(eq(apiKeys.merchantId, merchantId), inArray(apiKeys.id, keyIds))),
  ]);
  return { people, keys };
}

import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
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
import { addressFor } from '@/lib/webhooks/events/asked-store';

/**
 * Everything about one payout, a table each, and what any subject has of audit, events and postings, oldest first. Of more lines than this the newest are told: anyone with a link
 * can add some, and none of them may hide what became of the money.
 */
export const maxLines = 300;

export async function selectAuditOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.merchantId, merchantId), eq(auditLines.subjectId, id)))
    .orderBy(desc(auditLines.id))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectEventsOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select({ id: events.id, type: events.type, version: events.subjectVersion, createdAt: events.createdAt })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), eq(events.subjectId, id), eq(events.test, false)))
    .orderBy(desc(events.position))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectDeliveriesOf(db: Queryable, merchantId: string, eventIds: string[]) {
  if (eventIds.length === 0) return [];
  const rows = await db
    .select({
      ...{ id: deliveries.id, eventId: deliveries.eventId, endpointId: deliveries.endpointId },
      ...{ status: deliveries.status, attempts: deliveries.attempts },
      url: addressFor(endpoints.url, endpoints.keyId, deliveries.subjectId),
    })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
    .where(and(eq(deliveries.merchantId, merchantId), inArray(deliveries.eventId, eventIds)))
    .orderBy(desc(deliveries.id))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectAttemptsOf(db: Queryable, merchantId: string, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return [];
  const rows = await db
    .select({
      ...{ deliveryId: attempts.deliveryId, number: attempts.number, startedAt: attempts.startedAt },
      ...{ durationMs: attempts.durationMs, status: attempts.status, error: attempts.error },
    })
    .from(attempts)
    .where(and(eq(attempts.merchantId, merchantId), inArray(attempts.deliveryId, deliveryIds)))
    .orderBy(desc(attempts.startedAt), desc(attempts.id))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectPostingsOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select({ posting: postings, entry: entries })
    .from(postings)
    .leftJoin(entries, eq(entries.postingId, postings.id))
    .where(and(eq(postings.merchantId, merchantId), eq(postings.payoutId, id)))
    .orderBy(desc(postings.id), desc(entries.id))
    .limit(maxLines);
  return rows.toReversed();
}

/** What is kept for an order, and no longer kept: nothing of it is a log of the chain, which is what the index is for. */
export async function selectPostingsOfOrder(db: Queryable, { merchantId, id }: Key) {
  const { subjectId, hash, reverses } = postings;
  const rows = await db
    .select({ posting: postings, entry: entries })
    .from(postings)
    .leftJoin(entries, eq(entries.postingId, postings.id))
    .where(and(eq(postings.merchantId, merchantId), eq(subjectId, id), isNull(hash), isNull(reverses)))
    .orderBy(desc(postings.id), desc(entries.id))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectTransfersOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select()
    .from(transfers)
    .where(and(eq(transfers.merchantId, merchantId), eq(transfers.payoutId, id)))
    .orderBy(desc(transfers.id))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectVouchersOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.merchantId, merchantId), eq(vouchers.payoutId, id)))
    .orderBy(desc(vouchers.createdAt))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectLinksOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select({ createdAt: claimLinks.createdAt, revokedAt: claimLinks.revokedAt })
    .from(claimLinks)
    .where(and(eq(claimLinks.merchantId, merchantId), eq(claimLinks.payoutId, id)))
    .orderBy(desc(claimLinks.createdAt))
    .limit(maxLines);
  return rows.toReversed();
}

export async function selectApprovalsOf(db: Queryable, { merchantId, id }: Key) {
  const rows = await db
    .select()
    .from(approvals)
    .where(and(eq(approvals.merchantId, merchantId), eq(approvals.payoutId, id)))
    .orderBy(desc(approvals.createdAt))
    .limit(maxLines);
  return rows.toReversed();
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

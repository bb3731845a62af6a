import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deliveries, events } from '@/db/schema';
import type { EventType } from '@/db/vocabulary/events';
import type { EventToSend } from '@/lib/dialects/dialect';
import { deliveryIdOf } from './delivery-store';
import { columnsOf } from './store';

/**
 * SQL about events in their sequence. Numbers are given under a lock that is held until they are committed, so a reader that
 * sees one sees all below it.
 */

export type Reading = {
  merchantId: string;
  after: number;
  type?: EventType;
  payoutId?: string;
  limit: number;
  /** Numbers that one reading may walk, so that a filter which matches little stays quick. */
  span: number;
};

const { id, type, sequence, createdAt, data } = events;

const read = (q: Queryable, where: SQL | undefined, limit: number) =>
  q.select({ id, type, sequence, createdAt, data }).from(events).where(where).orderBy(asc(sequence)).limit(limit);

/**
 * Events behind `after`, oldest first, and `last`, the highest number that there was before they were read. Within
 * `span` numbers nothing that matches is left out, except beyond `limit`.
 */
export async function readEvents(q: Queryable, reading: Reading) {
  const { merchantId, after, span, limit } = reading;
  const own = eq(events.merchantId, merchantId);
  const [row] = await q
    .select({ last: sql<string | null>`max(${sequence})` })
    .from(events)
    .where(own);
  const last = Number(row?.last ?? 0);
  // A payout has few events, and an index of its own.
  const end = reading.payoutId === undefined ? Math.min(after + span, last) : last;
  const rows = await read(
    q,
    and(
      ...[own, gt(sequence, after), lte(sequence, end)],
      reading.type && eq(type, reading.type),
      reading.payoutId === undefined ? undefined : eq(events.subjectId, reading.payoutId),
    ),
    limit,
  );
  return { rows, end, last };
}

/** The id of the event with this number; null where there is none. */
export async function findIdAt(q: Queryable, merchantId: string, number: number): Promise<string | null> {
  const [row] = await q
    .select({ id })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), eq(sequence, number)));
  return row?.id ?? null;
}

/** When the event with this number happened; null where there is none. */
export async function findMoment(q: Queryable, merchantId: string, number: number): Promise<Date | null> {
  const [row] = await q
    .select({ createdAt })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), eq(sequence, number)));
  return row?.createdAt ?? null;
}

/** Writes a test event and its one delivery. It is in nobody's sequence, and no other endpoint hears of it. */
export async function insertTest(tx: Tx, event: EventToSend, endpointId: string): Promise<string> {
  const { id: eventId, merchantId, subject, createdAt: now, type: kind, data: facts } = event;
  const [written] = await tx
    .insert(events)
    .values({
      ...{ id: eventId, merchantId, type: kind, ...columnsOf(subject), data: facts },
      ...{ test: true, createdAt: now, fannedOutAt: now },
    })
    .returning({ position: events.position });
  if (!written) throw new Error('The test event was not written');
  const [made] = await tx
    .insert(deliveries)
    .values({
      id: deliveryIdOf(sql`${eventId}::text`, sql`${endpointId}::text`),
      ...{ merchantId, eventId, endpointId, subjectId: subject.id, position: written.position },
      ...{ startedAt: now, nextAttemptAt: now, createdAt: now },
    })
    .returning({ id: deliveries.id });
  if (!made) throw new Error('The test delivery was not written');
  return made.id;
}

import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Queryable, Tx } from '@/db/client';
import { type attempts, deliveries, endpoints, events } from '@/db/schema';
import { dialects, eventTypes } from '@/db/vocabulary';

/** All SQL about webhooks. */

export type NewEvent = typeof events.$inferInsert;
export type NewDelivery = typeof deliveries.$inferInsert;
export type Endpoint = typeof endpoints.$inferSelect;

export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.insert(events).values(event);
}

/** Wakes the job that waits for `work`; PostgreSQL tells it when the transaction commits, and never if it does not. */
export async function wake(q: Queryable, work: 'events' | 'deliveries'): Promise<void> {
  await q.execute(sql`select pg_notify('work', ${work})`);
}

// Fan-out

/** Takes events that were not fanned out; what another worker holds is left to it. */
export function takeNewEvents(tx: Tx, limit: number) {
  return tx
    .select({ id: events.id, merchantId: events.merchantId, type: events.type })
    .from(events)
    .where(isNull(events.fannedOutAt))
    .orderBy(asc(events.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** Active endpoints of these merchants, kept from being deleted or paused until the transaction ends. */
export function holdActiveEndpoints(tx: Tx, merchantIds: string[]) {
  return tx
    .select({ id: endpoints.id, merchantId: endpoints.merchantId, events: endpoints.events })
    .from(endpoints)
    .where(and(inArray(endpoints.merchantId, merchantIds), eq(endpoints.status, 'active'), isNull(endpoints.deletedAt)))
    .for('share');
}

export async function insertDeliveries(tx: Tx, rows: NewDelivery[]): Promise<void> {
  await tx.insert(deliveries).values(rows).onConflictDoNothing();
}

export async function markFannedOut(tx: Tx, ids: string[], now: Date): Promise<void> {
  await tx.update(events).set({ fannedOutAt: now }).where(inArray(events.id, ids));
}

// Delivery

const claimedRow = z
  .object({
    id: z.string(),
    merchant_id: z.string(),
    attempts: z.int(),
    endpoint_id: z.string(),
    url: z.string(),
    dialect: z.enum(dialects),
    secret: z.string(),
    event_id: z.string(),
    type: z.enum(eventTypes),
    created_at: z.coerce.date(),
    data: z.record(z.string(), z.unknown()),
  })
  .transform((row) => ({
    id: row.id,
    merchantId: row.merchant_id,
    attempts: row.attempts,
    endpoint: { id: row.endpoint_id, url: row.url, dialect: row.dialect, secret: row.secret },
    event: { id: row.event_id, type: row.type, createdAt: row.created_at, data: row.data },
  }));
export type ClaimedDelivery = z.infer<typeof claimedRow>;

export type Claim = {
  now: Date;
  leaseUntil: Date;
  /** New for every claim: only whoever holds it may write the result. */
  owner: string;
  /** At most this many in all, and per endpoint. */
  room: number;
  roomPerEndpoint: number;
  /** Endpoints with another room of their own, because some of it is taken. */
  roomOf: ReadonlyMap<string, number>;
};

/**
 * Leases deliveries that are due: the oldest of every endpoint's queue first, never more of one endpoint than its room.
 * Walks from queue to queue by index, so that a long queue costs the others nothing.
 */
export async function claimDeliveries(db: Database, claim: Claim): Promise<ClaimedDelivery[]> {
  const now = claim.now.toISOString();
  const rows = await db.execute(sql`
    with recursive queues as (
      (select endpoint_id from deliveries where status = 'pending' order by endpoint_id limit 1)
      union all
      select following.endpoint_id from queues, lateral (
        select endpoint_id from deliveries where status = 'pending' and endpoint_id > queues.endpoint_id
        order by endpoint_id limit 1
      ) following
    ),
    rooms as (
      select * from jsonb_each_text(${JSON.stringify(Object.fromEntries(claim.roomOf))}::jsonb) as given (endpoint_id, room)
    ),
    due as (
      select waiting.id from queues
      join endpoints on endpoints.id = queues.endpoint_id and endpoints.status = 'active' and endpoints.deleted_at is null
      left join rooms on rooms.endpoint_id = queues.endpoint_id
      cross join lateral (
        select id, next_attempt_at from deliveries
        where endpoint_id = queues.endpoint_id and status = 'pending' and next_attempt_at <= ${now}::timestamptz
          and (lease_until is null or lease_until <= ${now}::timestamptz)
        order by next_attempt_at, id
        limit coalesce(rooms.room::int, ${claim.roomPerEndpoint}::int)
        for update skip locked
      ) waiting
      order by waiting.next_attempt_at, waiting.id
      limit ${claim.room}::int
    )
    update deliveries set lease_until = ${claim.leaseUntil.toISOString()}::timestamptz, lease_owner = ${claim.owner}
    from due, endpoints, events
    where deliveries.id = due.id and endpoints.id = deliveries.endpoint_id and events.id = deliveries.event_id
    returning deliveries.id, deliveries.merchant_id, deliveries.attempts, endpoints.id as endpoint_id, endpoints.url,
      endpoints.dialect, endpoints.secret, events.id as event_id, events.type, events.created_at, events.data`);
  return z.array(claimedRow).parse([...rows]);
}

export type Result = {
  deliveryId: string;
  merchantId: string;
  owner: string;
  attempt: Pick<typeof attempts.$inferSelect, 'number' | 'startedAt' | 'durationMs' | 'status' | 'answer' | 'error'>;
  /** Where the delivery goes from here; a pending one says when. */
  next: { status: 'delivered'; at: Date } | { status: 'pending'; at: Date } | { status: 'exhausted' };
};

/**
 * Keeps the attempt, and moves the delivery on if the lease is still ours.
 * Answers whether it moved: false means that another worker has taken the delivery over, or that it was called off.
 */
export async function recordAttempt(db: Database, result: Result): Promise<boolean> {
  const { attempt, next } = result;
  const nextAttempt = next.status === 'pending' ? next.at.toISOString() : null;
  const delivered = next.status === 'delivered' ? next.at.toISOString() : null;
  const rows = await db.execute(sql`
    with moved as (
      update deliveries set status = ${next.status}, attempts = ${attempt.number}, lease_until = null, lease_owner = null,
        next_attempt_at = coalesce(${nextAttempt}::timestamptz, next_attempt_at), delivered_at = ${delivered}::timestamptz
      where id = ${result.deliveryId} and merchant_id = ${result.merchantId}
        and lease_owner = ${result.owner} and status = 'pending'
      returning id
    )
    insert into attempts (merchant_id, delivery_id, number, started_at, duration_ms, status, answer, error)
    values (${result.merchantId}, ${result.deliveryId}, ${attempt.number}, ${attempt.startedAt.toISOString()}::timestamptz,
      ${attempt.durationMs}, ${attempt.status}, ${attempt.answer}, ${attempt.error})
    returning exists (select from moved) as moved`);
  return z.object({ moved: z.boolean() }).parse(rows[0]).moved;
}

// Endpoints

const ofMerchant = (merchantId: string) => and(eq(endpoints.merchantId, merchantId), isNull(endpoints.deletedAt));

export async function insertEndpoint(tx: Tx, row: typeof endpoints.$inferInsert): Promise<Endpoint> {
  const [made] = await tx.insert(endpoints).values(row).returning();
  if (!made) throw new Error('The endpoint was not written');
  return made;
}

export function selectEndpoints(q: Queryable, merchantId: string): Promise<Endpoint[]> {
  return q.select().from(endpoints).where(ofMerchant(merchantId)).orderBy(asc(endpoints.id));
}

export async function findEndpoint(q: Queryable, merchantId: string, id: string): Promise<Endpoint | null> {
  const [found] = await q
    .select()
    .from(endpoints)
    .where(and(ofMerchant(merchantId), eq(endpoints.id, id)));
  return found ?? null;
}

export type EndpointChange = Partial<Pick<Endpoint, 'url' | 'events' | 'description' | 'status' | 'deletedAt'>>;

/** Null where the merchant has no such endpoint. */
export async function changeEndpoint(
  tx: Tx,
  merchantId: string,
  id: string,
  change: EndpointChange,
): Promise<Endpoint | null> {
  const [changed] = await tx
    .update(endpoints)
    .set(change)
    .where(and(ofMerchant(merchantId), eq(endpoints.id, id)))
    .returning();
  return changed ?? null;
}

/** Ends what an endpoint still had to get. An attempt that is under way is kept, but moves nothing any more. */
export async function callOffDeliveries(tx: Tx, merchantId: string, endpointId: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'exhausted', leaseUntil: null, leaseOwner: null })
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        eq(deliveries.endpointId, endpointId),
        eq(deliveries.status, 'pending'),
      ),
    );
}

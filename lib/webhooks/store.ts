import { and, eq, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { attempts, deliveries, endpoints, events } from '@/db/schema';

/** SQL about events, their deliveries and the attempts. */

export type NewEvent = typeof events.$inferInsert;

// Frequent statements are prepared: planning them would cost more than running them.

/** Writes an event and wakes the fan-out in one statement. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insert(events)
    .values(event)
    .returning({ told: sql`pg_notify('work', 'events')` })
    .prepare('insert_event')
    .execute();
}

/** Wakes the deliverers; PostgreSQL tells them when the transaction commits, and never if it does not. */
export async function wakeDeliverers(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('work', 'deliveries')`);
}

// Fan-out

/**
 * Takes new events and makes the deliveries that their merchants' active endpoints want, all in one statement.
 * What another worker holds is left to it, and the endpoints cannot be paused or deleted meanwhile. Answers how many
 * events were taken. A delivery's id follows from its event's and its endpoint's, so making it twice is making it once.
 */
export async function fanOutEvents(db: Queryable, limit: number, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const taken = db.$with('taken', {}).as(sql`
    select id, merchant_id, type from events where fanned_out_at is null order by id limit ${limit} for update skip locked`);
  const held = db.$with('held', {}).as(sql`
    select id, merchant_id, events from endpoints
    where merchant_id in (select merchant_id from taken) and status = 'active' and deleted_at is null for share`);
  const made = db.$with('made', {}).as(sql`
    insert into deliveries (id, merchant_id, event_id, endpoint_id, next_attempt_at, created_at)
    select 'de_' || substr(taken.id, 4, 10) || substr(md5(taken.id || held.id), 1, 16), taken.merchant_id, taken.id, held.id,
      ${at}, ${at}
    from taken join held on held.merchant_id = taken.merchant_id and held.events && array['*', taken.type]
    on conflict do nothing returning id`);
  const marked = db.$with('marked', {}).as(sql`
    update events set fanned_out_at = ${at} where id in (select id from taken) returning id`);
  const told = db.$with('told', {}).as(sql`select pg_notify('work', 'deliveries') from made limit 1`);
  const [row] = await db
    .with(taken, held, made, marked, told)
    .select({ taken: sql<number>`(select count(*)::int from taken)`, told: sql`(select count(*) from told)` })
    .from(sql`(select) one`)
    .prepare('fan_out_events')
    .execute();
  return row?.taken ?? 0;
}

// Delivery

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
export async function claimDeliveries(db: Database, claim: Claim) {
  const now = claim.now.toISOString();
  const roomOf = JSON.stringify(Object.fromEntries(claim.roomOf));
  const due = sql`(
    with recursive queues as (
      (select endpoint_id from deliveries where status = 'pending' order by endpoint_id limit 1)
      union all
      select following.endpoint_id from queues, lateral (
        select endpoint_id from deliveries where status = 'pending' and endpoint_id > queues.endpoint_id
        order by endpoint_id limit 1
      ) following
    ),
    rooms as (select * from jsonb_each_text(${roomOf}::jsonb) as given (endpoint_id, room)),
    waiting as materialized (
      select oldest.* from queues
      join endpoints on endpoints.id = queues.endpoint_id and endpoints.status = 'active' and endpoints.deleted_at is null
      left join rooms on rooms.endpoint_id = queues.endpoint_id
      cross join lateral (
        select id, event_id, endpoint_id, next_attempt_at from deliveries
        where endpoint_id = queues.endpoint_id and status = 'pending' and next_attempt_at <= ${now}::timestamptz
          and (lease_until is null or lease_until <= ${now}::timestamptz)
        order by next_attempt_at, id
        limit coalesce(rooms.room::int, ${claim.roomPerEndpoint}::int)
        for update skip locked
      ) oldest
      order by oldest.next_attempt_at, oldest.id
      limit ${claim.room}::int
    )
    select * from waiting
  ) due`;
  return db
    .update(deliveries)
    .set({ leaseUntil: claim.leaseUntil, leaseOwner: claim.owner })
    .from(due)
    .innerJoin(endpoints, sql`${endpoints.id} = due.endpoint_id`)
    .innerJoin(events, sql`${events.id} = due.event_id`)
    .where(sql`${deliveries.id} = due.id`)
    .returning({
      ...{ id: deliveries.id, merchantId: deliveries.merchantId, attempts: deliveries.attempts },
      endpoint: { id: endpoints.id, url: endpoints.url, dialect: endpoints.dialect, secret: endpoints.secret },
      event: { id: events.id, type: events.type, createdAt: events.createdAt, data: events.data },
    })
    .prepare('claim_deliveries')
    .execute();
}
export type ClaimedDelivery = Awaited<ReturnType<typeof claimDeliveries>>[number];

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
  const { attempt, next, deliveryId, merchantId, owner } = result;
  const moved = db.$with('moved').as(
    db
      .update(deliveries)
      .set({
        ...{ status: next.status, attempts: attempt.number, leaseUntil: null, leaseOwner: null },
        nextAttemptAt: next.status === 'pending' ? next.at : sql`${deliveries.nextAttemptAt}`,
        deliveredAt: next.status === 'delivered' ? next.at : null,
      })
      .where(
        and(
          ...[eq(deliveries.id, deliveryId), eq(deliveries.merchantId, merchantId)],
          ...[eq(deliveries.leaseOwner, owner), eq(deliveries.status, 'pending')],
        ),
      )
      .returning({ id: deliveries.id }),
  );
  const [kept] = await db
    .with(moved)
    .insert(attempts)
    .values({ ...attempt, merchantId, deliveryId })
    .returning({ moved: sql<boolean>`exists (select from moved)` })
    .prepare('record_attempt')
    .execute();
  return kept?.moved ?? false;
}

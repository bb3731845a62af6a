import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable, Tx } from '@/db/client';
import { attempts, deliveries, endpoints, events } from '@/db/schema';
import { type DeliveryStatus, deliveryStatuses } from '@/db/vocabulary/webhooks';
import { everyEndpointId } from '@/lib/webhooks/endpoints/endpoint-store';
import { isForKey } from './asked-store';
import { isTellable } from './tellable-store';

/** SQL about what was told and what is told again, for the merchant who looks at it. */

export type Attempt = typeof attempts.$inferSelect;

const latest = alias(attempts, 'latest');

/** Deliveries with their events and the last attempt of each, newest first. `ids` says which. */
async function readDeliveries(q: Queryable, merchantId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const lastAttempt = q
    .select({ startedAt: latest.startedAt, status: latest.status, error: latest.error })
    .from(latest)
    .where(eq(latest.deliveryId, deliveries.id))
    .orderBy(desc(latest.number), desc(latest.id))
    .limit(1)
    .as('last_attempt');
  const { id, type, sequence, subjectId, test } = events;
  return q
    .select({
      delivery: deliveries,
      event: { id, type, sequence, subjectId, test },
      lastAttempt: {
        startedAt: lastAttempt.startedAt,
        status: lastAttempt.status,
        error: lastAttempt.error,
      },
    })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .leftJoinLateral(lastAttempt, sql`true`)
    .where(and(eq(deliveries.merchantId, merchantId), inArray(deliveries.id, [...ids])))
    .orderBy(desc(deliveries.id));
}
export type ShownDelivery = Awaited<ReturnType<typeof readDeliveries>>[number];

export type DeliveryFilter = {
  merchantId: string;
  endpointId?: string;
  status?: DeliveryStatus;
  payoutId?: string;
  olderThan?: string;
  limit: number;
};

/** The newest deliveries of a merchant; the id is the key of the page, since ids sort by the age of their events. */
export async function selectDeliveries(q: Queryable, filter: DeliveryFilter): Promise<ShownDelivery[]> {
  const ids = await q.execute<{ id: string }>(await deliveriesPage(q, filter));
  return readDeliveries(
    q,
    filter.merchantId,
    ids.map((row) => row.id),
  );
}

/** A payout has few deliveries; all of a merchant's have an index; for the rest each endpoint and status is a list. */
export async function deliveriesPage(q: Queryable, filter: DeliveryFilter): Promise<SQL> {
  const { merchantId, endpointId, status, payoutId, limit } = filter;
  const older = filter.olderThan === undefined ? sql`` : sql`and d.id < ${filter.olderThan}`;
  if (payoutId !== undefined) {
    return sql`select d.id from ${events} e join ${deliveries} d on d.event_id = e.id
      where e.subject_id = ${payoutId} and d.merchant_id = ${merchantId} ${older}
        ${endpointId === undefined ? sql`` : sql`and d.endpoint_id = ${endpointId}`}
        ${status === undefined ? sql`` : sql`and d.status = ${status}`}
      order by d.id desc limit ${limit}`;
  }
  if (endpointId === undefined && status === undefined) {
    return sql`select d.id from ${deliveries} d where d.merchant_id = ${merchantId} ${older}
      order by d.id desc limit ${limit}`;
  }
  const own = await everyEndpointId(q, merchantId);
  const wanted = own.filter((id) => endpointId === undefined || id === endpointId);
  return sql`select page.id
    from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) as endpoint (id)
    cross join jsonb_array_elements_text(${JSON.stringify(status ? [status] : deliveryStatuses)}::jsonb) as kind (status)
    cross join lateral (
      select d.id from ${deliveries} d where d.endpoint_id = endpoint.id and d.status = kind.status ${older}
      order by d.id desc limit ${limit}
    ) page
    order by page.id desc limit ${limit}`;
}

export async function findDelivery(q: Queryable, merchantId: string, id: string): Promise<ShownDelivery | null> {
  const [found] = await readDeliveries(q, merchantId, [id]);
  return found ?? null;
}

/** The last attempts of a delivery, newest first. */
export function selectAttempts(q: Queryable, merchantId: string, deliveryId: string, limit: number) {
  return q
    .select()
    .from(attempts)
    .where(and(eq(attempts.deliveryId, deliveryId), eq(attempts.merchantId, merchantId)))
    .orderBy(desc(attempts.number), desc(attempts.id))
    .limit(limit);
}

// Sending again

/** Keeps an endpoint from being paused, changed or deleted until the transaction ends; null when it is not there. */
export async function keepEndpoint(tx: Tx, merchantId: string, id: string) {
  const { status, deletedAt, dialect, keyId, events: wanted } = endpoints;
  const [found] = await tx
    .select({ id: endpoints.id, status, deletedAt, dialect, keyId, events: wanted })
    .from(endpoints)
    .where(and(eq(endpoints.merchantId, merchantId), eq(endpoints.id, id)))
    .for('share');
  return found ?? null;
}
export type KeptEndpoint = NonNullable<Awaited<ReturnType<typeof keepEndpoint>>>;

/** Sends a delivery from the beginning of its schedule. A lease is left alone: its worker is sending it now. */
export async function restartDelivery(tx: Tx, merchantId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'pending', tries: 0, startedAt: now, nextAttemptAt: now, deliveredAt: null })
    .where(and(eq(deliveries.merchantId, merchantId), eq(deliveries.id, id)));
}

/** Follows from both ids, as in the fan-out: making a delivery twice is making it once. */
export const deliveryIdOf = (event: SQL, endpoint: SQL) =>
  sql`'de_' || substr(${event}, 4, 10) || substr(md5(${event} || ${endpoint}), 1, 16)`;

export type Range = {
  merchantId: string;
  endpoint: KeptEndpoint;
  from: Date;
  to: Date;
  /** Also what the endpoint has taken. */
  all: boolean;
  /** The last event of the range that is done already. */
  after: { sequence: number; createdAt: Date } | null;
  limit: number;
  now: Date;
};

/**
 * Queues the next `limit` events of a range of time for one endpoint, in one statement: those that it wants and, but
 * for `all`, has not taken. What never had a delivery gets one; what has one begins its schedule again.
 */
export async function restartRange(tx: Tx, range: Range): Promise<{ queued: number; seen: number; last: number }> {
  const { merchantId, endpoint, after } = range;
  const at = (time: Date) => sql`${time.toISOString()}::timestamptz`;
  const beyond = after
    ? sql`and created_at >= ${at(after.createdAt)} and (created_at > ${at(after.createdAt)} or sequence > ${after.sequence})`
    : sql``;
  const [row] = await tx.execute<{ queued: number; seen: number; last: string | null }>(sql`
    with page as materialized (
      select id, type, subject_kind, subject_id, position, sequence, created_at from ${events}
      where merchant_id = ${merchantId} and created_at >= ${at(range.from)} and created_at < ${at(range.to)}
        and sequence is not null ${beyond}
      order by created_at, sequence limit ${range.limit}
    ), queued as (
      insert into ${deliveries} as d
        (id, merchant_id, event_id, endpoint_id, subject_id, position, started_at, next_attempt_at, created_at)
      select ${deliveryIdOf(sql`page.id`, sql`${endpoint.id}::text`)}, ${merchantId}, page.id, ${endpoint.id},
        page.subject_id, page.position, ${at(range.now)}, ${at(range.now)}, ${at(range.now)}
      from page
      where ('*' = any(${textArray(endpoint.events)}) or page.type = any(${textArray(endpoint.events)}))
        and ${isTellable(sql`page.subject_kind`, sql`${endpoint.dialect}::text`)}
        and ${isForKey(sql`${endpoint.keyId}::text`, sql`page.subject_id`)}
      on conflict (event_id, endpoint_id) do update
        set status = 'pending', tries = 0, started_at = excluded.started_at,
          next_attempt_at = excluded.next_attempt_at, delivered_at = null
        where ${range.all} or d.status <> 'delivered'
      returning d.id
    )
    select (select count(*)::int from queued) as queued, (select count(*)::int from page) as seen,
      (select sequence from page order by created_at desc, sequence desc limit 1) as last`);
  return { queued: row?.queued ?? 0, seen: row?.seen ?? 0, last: Number(row?.last ?? 0) };
}

const textArray = (list: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`;

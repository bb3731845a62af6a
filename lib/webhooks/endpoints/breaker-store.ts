import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { breakers, endpoints } from '@/db/schema';
import { breaker } from './breaker';

/** SQL about endpoints in trouble: breakers, those that are gone, deliveries that nobody took in time. */

export type Trouble = {
  endpointId: string;
  merchantId: string;
  /** Failures in a row. */
  failures: number;
  at: Date;
  /** When the receiver asked us to come back, not later than an hour. */
  askedAt: Date | null;
};

/** Holds endpoints until the transaction ends, in the order in which every transaction takes them. */
export async function lockEndpoints(tx: Tx, ids: string[]): Promise<void> {
  await tx.execute(sql`select from endpoints
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) order by id for no key update`);
}

/** A probe failed: the next one later. False where the breaker was closed meanwhile. */
export async function lengthenPause(tx: Tx, { endpointId, at, askedAt }: Trouble): Promise<boolean> {
  const doublings = sql`least(${breakers.failures} + 1 - ${breaker.opensAfter}::int, 20)`;
  const pause = sql`least(${breaker.maxPauseSeconds}::int, ${breaker.firstPause}::int * 2 ^ ${doublings})`;
  const moved = await tx
    .update(breakers)
    .set({
      failures: sql`${breakers.failures} + 1`,
      probeAt: sql`greatest(${at.toISOString()}::timestamptz + make_interval(secs => ${pause}), ${askedAt?.toISOString() ?? null}::timestamptz)`,
    })
    .where(and(eq(breakers.endpointId, endpointId), gte(breakers.failures, breaker.opensAfter)))
    .returning({ endpointId: breakers.endpointId });
  return moved.length > 0;
}

/** Counts failures in a row. What was under way when a breaker opened changes nothing any more. */
export async function countFailures(tx: Tx, { endpointId, merchantId, failures, at, askedAt }: Trouble): Promise<void> {
  const first = new Date(Math.max(at.getTime() + breaker.firstPause * 1000, askedAt?.getTime() ?? 0));
  const most = breaker.opensAfter;
  await tx
    .insert(breakers)
    .values({ endpointId, merchantId, failures: Math.min(failures, most), failingSince: at, probeAt: first })
    .onConflictDoUpdate({
      target: breakers.endpointId,
      set: {
        failures: sql`least(${most}, ${breakers.failures} + excluded.failures)`,
        probeAt: sql`excluded.probe_at`,
      },
      setWhere: sql`${breakers.failures} < ${most}`,
    });
}

/** Pauses an endpoint that says it is gone; false where it was paused or deleted already. */
export async function pauseGone(tx: Tx, endpointId: string): Promise<boolean> {
  const paused = await tx
    .update(endpoints)
    .set({ status: 'paused', pauseReason: 'gone' })
    .where(and(eq(endpoints.id, endpointId), eq(endpoints.status, 'active'), isNull(endpoints.deletedAt)))
    .returning({ id: endpoints.id });
  return paused.length > 0;
}

/** An endpoint that has been failing for as long as it asked to be tried. */
export type SpentEndpoint = { endpointId: string; merchantId: string; failingSince: Date; exhausted: number };

/**
 * Ends what an endpoint has not taken in all the time that it asked to be tried for, while it was failing all that
 * time. An attempt that is under way is left to end. At most `limit` deliveries, all of one endpoint.
 */
export async function exhaustOverdue(tx: Tx, now: Date, limit: number): Promise<SpentEndpoint | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOverdue = sql`pending.endpoint_id = b.endpoint_id and pending.status = 'pending'
    and pending.started_at <= ${at} - make_interval(hours => e.retry_hours)
    and (pending.lease_until is null or pending.lease_until <= now())`;
  const rows = await tx.execute<{ endpoint_id: string; merchant_id: string; failing_since: string; exhausted: number }>(
    sql`
    with spent as (
      select b.endpoint_id, b.merchant_id, b.failing_since, e.retry_hours
      from breakers b join endpoints e on e.id = b.endpoint_id and e.status = 'active' and e.deleted_at is null
      where b.failures >= ${breaker.opensAfter} and b.failing_since <= ${at} - make_interval(hours => e.retry_hours)
        and exists (select from deliveries pending where ${isOverdue})
      order by b.endpoint_id limit 1
      for no key update of e skip locked
    ), ended as (
      update deliveries set status = 'exhausted', lease_until = null, lease_owner = null
      where id in (
        select pending.id from deliveries pending, spent b, spent e where ${isOverdue}
        order by pending.id limit ${limit} for update of pending skip locked)
      returning id
    )
    select spent.*, (select count(*)::int from ended) as exhausted from spent`,
  );
  const [row] = rows;
  if (!row) return null;
  const { endpoint_id: endpointId, merchant_id: merchantId, exhausted } = row;
  return { endpointId, merchantId, failingSince: new Date(row.failing_since), exhausted };
}

/**
 * Reserves the alert about an endpoint, unless one was sent after `since`. Null where
 * nobody is to be told, or no address is known.
 */
export async function reserveAlert(tx: Tx, endpointId: string, { now, since }: { now: Date; since: Date | null }) {
  const [taken] = await tx.execute<{ recipient: string; url: string; merchant_id: string }>(sql`
    update endpoints set alerted_at = ${now.toISOString()}::timestamptz from merchants
    where endpoints.id = ${endpointId} and merchants.id = endpoints.merchant_id
      and coalesce(endpoints.alert_email, merchants.alert_email) is not null
      and (${since?.toISOString() ?? null}::timestamptz is null or endpoints.alerted_at is null
        or endpoints.alerted_at <= ${since?.toISOString() ?? null}::timestamptz)
    returning coalesce(endpoints.alert_email, merchants.alert_email) as recipient, endpoints.url,
      endpoints.merchant_id`);
  return taken ? { to: taken.recipient, url: taken.url, merchantId: taken.merchant_id } : null;
}

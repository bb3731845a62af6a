import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { attempts } from '@/db/schema';
import type { DeliveryStatus } from '@/db/vocabulary/webhooks';
import { breaker } from '@/lib/webhooks/endpoints/breaker';

/** SQL that writes down how attempts went. */

export type Result = {
  deliveryId: string;
  merchantId: string;
  endpointId: string;
  /** Of the lease that the attempt was made under. */
  owner: string;
  /** When the schedule began as it was leased: a resend meanwhile restarts it. */
  scheduleBegan: Date;
  /** Whether it was let through an open breaker to see how things are. */
  probe: boolean;
  /** Whether it speaks of an endpoint in trouble. */
  failing: boolean;
  /** Whether the receiver said that it is gone for good. */
  gone: boolean;
  /** When the receiver asked us to come back. */
  askedAt: Date | null;
  endedAt: Date;
  attempt: Omit<typeof attempts.$inferSelect, 'id' | 'merchantId' | 'deliveryId'>;
  /** Its place, where the events of a payout go one after another. */
  inOrder: { subjectId: string; position: number } | null;
  /** Tries of this schedule, this one included where it counts. */
  tries: number;
  /** Where the delivery goes from here; when it was delivered, or is due again. */
  next: { status: DeliveryStatus; at: Date };
};

/** Text of any origin, made such that JSON can carry it into the database. */
const clean = (text: string | null) => text?.toWellFormed().replaceAll('\0', '') ?? null;

function rowOf({ attempt, next, ...result }: Result) {
  return {
    ...{ delivery_id: result.deliveryId, merchant_id: result.merchantId, owner: result.owner },
    ...{ began: result.scheduleBegan, tries: result.tries, next_status: next.status, next_at: next.at },
    ...{ number: attempt.number, started_at: attempt.startedAt, duration_ms: attempt.durationMs },
    ...{ method: attempt.method, url: clean(attempt.url), status: attempt.status },
    ...{ request_headers: attempt.requestHeaders, request_body: clean(attempt.requestBody) },
    ...{ answer: clean(attempt.answer), error: clean(attempt.error) },
    ...{ endpoint_id: result.endpointId, subject_id: result.inOrder?.subjectId, position: result.inOrder?.position },
  };
}

/**
 * Where the events of a subject go one after another: what is behind this one is not due before it, so that a queue that
 * is held back is not walked again and again; and is due at once when this one is out of the way.
 */
const followers = (list: Result[]) => sql`
  update deliveries f set next_attempt_at = case
    when r.next_status = 'pending' then greatest(f.next_attempt_at, r.next_at) else least(f.next_attempt_at, r.next_at) end
  from (select * from results where subject_id is not null limit ${list.length}::int) r
  cross join lateral (
    select behind.id from deliveries behind
    where behind.endpoint_id = r.endpoint_id and behind.subject_id = r.subject_id and behind.position > r.position
      and behind.status = 'pending' and behind.tries = 0 and behind.lease_until is null
      and behind.id not in (select delivery_id from results)
    order by behind.position limit 1000
  ) behind
  where f.id = behind.id
  returning f.id`;

export type Moved = { deliveryId: string; status: DeliveryStatus };

/** An endpoint that answered, and when the attempt began that says so; null of a probe, which proves it by any worker's clock. */
type Healthy = { endpointId: string; began: Date | null };

/** The latest proof that each of the endpoints works which these answers came from. */
function healthyOf(answered: Result[]): Healthy[] {
  const byEndpoint = Map.groupBy(answered, (result) => result.endpointId);
  return [...byEndpoint].map(([endpointId, all]) => {
    const latest = Math.max(...all.map((one) => one.attempt.startedAt.getTime()));
    return { endpointId, began: all.some((one) => one.probe) ? null : new Date(latest) };
  });
}

/** Breakers that count, and open ones that opened before what was answered began: a late answer speaks of the time before. */
const closing = (answered: Result[]) => sql`
  delete from breakers b using jsonb_to_recordset(${JSON.stringify(healthyOf(answered))}::jsonb)
    as healthy ("endpointId" text, began timestamptz)
  where b.endpoint_id = healthy."endpointId"
    and (b.failures < ${breaker.opensAfter}::int or healthy.began is null or b.failing_since <= healthy.began)
  returning b.endpoint_id`;

/**
 * Keeps attempts, and moves each delivery on whose lease is still the one that its attempt was made under; the others
 * were taken over or called off. Where a resend restarted the schedule meanwhile, that schedule stands. Breakers of
 * endpoints that `answered` close. All in one statement; answers what moved.
 */
export async function recordResults(q: Database | Tx, list: Result[], answered: Result[]): Promise<Moved[]> {
  const results = q.$with('results', {}).as(sql`
    select * from json_to_recordset(${JSON.stringify(list.map(rowOf))}::json) as result (
      delivery_id text, merchant_id text, owner text, began timestamptz, tries int, next_status text,
      next_at timestamptz, number int, started_at timestamptz, duration_ms int, method text, url text, status int,
      request_headers jsonb, request_body text, answer text, error text, endpoint_id text,
      subject_id text, position bigint)`);
  const resent = sql`(d.started_at > r.began and r.next_status <> 'delivered')`;
  const moved = q.$with('moved', {}).as(sql`
    update deliveries d set
      status = case when ${resent} then 'pending' else r.next_status end,
      attempts = greatest(d.attempts, r.number),
      tries = case when ${resent} then d.tries else r.tries end,
      lease_until = null, lease_owner = null,
      next_attempt_at = case when ${resent} or r.next_status <> 'pending' then d.next_attempt_at else r.next_at end,
      delivered_at = case when r.next_status = 'delivered' then r.next_at end
    from (select * from results limit ${list.length}::int) r
    where d.id = r.delivery_id and d.merchant_id = r.merchant_id and d.lease_owner = r.owner
    returning d.id, d.status`);
  const kept = q.$with('kept', {}).as(sql`
    insert into attempts (merchant_id, delivery_id, number, started_at, duration_ms, method, url, request_headers,
      request_body, status, answer, error)
    select merchant_id, delivery_id, number, started_at, duration_ms, method, url, request_headers, request_body, status,
      answer, error
    from results returning id`);
  const followed = q.$with('followed', {}).as(followers(list));
  const closed = q.$with('closed', {}).as(closing(answered));
  const inOrder = list.some((one) => one.inOrder !== null);
  // The limits tell the planner that there are few: each row is then found by its key, however many are pending.
  return q
    .with(results, moved, kept, closed, ...(inOrder ? [followed] : []))
    .select({ deliveryId: sql<string>`id`, status: sql<DeliveryStatus>`status` })
    .from(sql`moved`)
    .prepare('record_results')
    .execute();
}

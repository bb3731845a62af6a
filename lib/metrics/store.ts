import { count, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { chainCursors, leases, stops } from '@/db/schema';
import { signsOfLife } from '@/db/vocabulary/operators';

export type QueueState = { queue: string; waiting: number; failing: number; oldest: number };

/** Each queue with how many are due, for how many seconds the oldest is, and how many had a failed try; all by partial indexes. */
export async function selectQueues(db: Database, now: Date): Promise<QueueState[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const age = (column: string) =>
    sql`coalesce(extract(epoch from ${at} - min(${sql.raw(column)})), 0)::float8 as oldest`;
  const rows = await db.execute<QueueState>(sql`
    select 'webhooks' as queue, count(*)::int as waiting, (count(*) filter (where tries > 0))::int as failing, ${age('next_attempt_at')}
      from deliveries where status = 'pending' and next_attempt_at <= ${at}
    union all
    select 'mails', count(*)::int, (count(*) filter (where attempts > 0))::int, ${age('next_attempt_at')}
      from mails where sent_at is null and failed_at is null and next_attempt_at <= ${at}
    union all
    select 'claims_sent', count(*)::int, (count(*) filter (where refusals > 0))::int, ${age('not_before')}
      from relayed_claims where status = 'queued' and not_before <= ${at}
    union all
    select 'sends', count(*)::int, (count(*) filter (where because is not null))::int, ${age('created_at')}
      from relay_sends where status in ('waiting', 'signed', 'sent') and final_at is null
    union all
    select 'gateway_submissions', count(*)::int, (count(*) filter (where status = 'unknown'))::int, ${age('submitted_at')}
      from gateway_submissions where status in ('submitting', 'accepted', 'unknown')`);
  return [...rows];
}

export function selectReads(db: Database) {
  const { chain, number, updatedAt } = chainCursors;
  return db.select({ chain, number, updatedAt }).from(chainCursors);
}

export async function isWorkerHeard(db: Database): Promise<boolean> {
  return (await db.$count(leases, sql`${leases.name} = ${signsOfLife.worker} and ${leases.until} > now()`)) > 0;
}

export function countStops(db: Database) {
  return db
    .select({ scope: stops.scope, count: count() })
    .from(stops)
    .where(isNull(stops.liftedAt))
    .groupBy(stops.scope);
}

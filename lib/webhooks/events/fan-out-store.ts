import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { eventSequences } from '@/db/schema';
import { isForKey } from './asked-store';
import { deliveryIdOf } from './delivery-store';
import { isTellable } from './tellable-store';

/** SQL that numbers new events and makes their deliveries. */

export type Turn = {
  /** Merchants behind this one, by id. */
  after: string;
  /** So many merchants, and so many events of each. */
  merchants: number;
  events: number;
  now: Date;
};

/** Walks from merchant to merchant by index, so that the long queue of one costs the others nothing. */
const waitingMerchants = ({ after, merchants }: Turn) => sql`
  with recursive queues as (
    (select merchant_id, 1 as place from events where fanned_out_at is null and merchant_id > ${after}::text
      order by merchant_id limit 1)
    union all
    select following.merchant_id, queues.place + 1 from queues, lateral (
      select merchant_id from events where fanned_out_at is null and merchant_id > queues.merchant_id
      order by merchant_id limit 1
    ) following
    where queues.place < ${merchants}::int
  )
  select merchant_id from queues`;

/** Merchants who have events that wait, in the order of their ids. Each of them has a counter when this is done. */
export async function selectWaitingMerchants(db: Database, turn: Turn): Promise<string[]> {
  const waiting = db.$with('waiting', {}).as(sql`select * from (${waitingMerchants(turn)}) waiting`);
  const begun = db.$with('begun', {}).as(sql`
    insert into event_sequences (merchant_id)
    select merchant_id from waiting where not exists (
      select from event_sequences present where present.merchant_id = waiting.merchant_id)
    order by merchant_id
    on conflict do nothing returning merchant_id`);
  const rows = await db
    .with(waiting, begun)
    .select({ merchantId: sql<string>`merchant_id` })
    .from(sql`waiting`)
    .orderBy(sql`merchant_id`)
    .prepare('select_waiting_merchants')
    .execute();
  return rows.map((row) => row.merchantId);
}

/** The counters among these that nobody else holds, held until the transaction ends. A bare select, so that it travels with BEGIN. */
export async function lockSequences(tx: Tx, merchantIds: string[]): Promise<string[]> {
  const rows = await tx
    .select({ merchantId: eventSequences.merchantId })
    .from(eventSequences)
    .where(
      sql`${eventSequences.merchantId} in (select jsonb_array_elements_text(${JSON.stringify(merchantIds)}::jsonb))`,
    )
    .orderBy(eventSequences.merchantId)
    .for('update', { skipLocked: true })
    .prepare('hold_sequences')
    .execute();
  return rows.map((row) => row.merchantId);
}

/** When what has to go first is tried again; null where nothing of the subject waits. */
const heldBackUntil = sql`(
  select max(earlier.next_attempt_at) from deliveries earlier
  where earlier.endpoint_id = held.id and earlier.subject_id = taken.subject_id and earlier.status = 'pending')`;

/**
 * Numbers the next events of merchants whose counters are held, and makes the deliveries that their active endpoints
 * want; the endpoints cannot be paused or deleted meanwhile. It must be a later statement than the one that got the
 * counters: only then does it see all that the holder before has done. Answers how many events each merchant had.
 */
export async function fanOutHeld(tx: Tx, merchantIds: string[], turn: Turn): Promise<number[]> {
  const at = sql`${turn.now.toISOString()}::timestamptz`;
  const holders = tx.$with('holders', {}).as(sql`
    select merchant_id, last from event_sequences
    where merchant_id in (select jsonb_array_elements_text(${JSON.stringify(merchantIds)}::jsonb))`);
  const taken = tx.$with('taken', {}).as(sql`
    select next.*, holders.last + row_number() over (partition by holders.merchant_id order by next.position) as number
    from holders cross join lateral (
      select id, merchant_id, type, subject_kind, subject_id, position from events
      where merchant_id = holders.merchant_id and fanned_out_at is null order by position limit ${turn.events}::int
    ) next`);
  const held = tx.$with('held', {}).as(sql`
    select id, merchant_id, events, dialect, ordered, key_id from endpoints
    where merchant_id in (select merchant_id from taken) and status = 'active' and deleted_at is null for share`);
  const made = tx.$with('made', {}).as(sql`
    insert into deliveries
      (id, merchant_id, event_id, endpoint_id, subject_id, position, started_at, next_attempt_at, created_at)
    select ${deliveryIdOf(sql`taken.id`, sql`held.id`)}, taken.merchant_id, taken.id, held.id, taken.subject_id,
      taken.position, ${at}, case when held.ordered then greatest(${at}, ${heldBackUntil}) else ${at} end, ${at}
    from taken join held on held.merchant_id = taken.merchant_id and held.events && array['*', taken.type]
      and ${isTellable(sql`taken.subject_kind`, sql`held.dialect`)}
      and ${isForKey(sql`held.key_id`, sql`taken.subject_id`)}
    on conflict do nothing returning id`);
  const marked = tx.$with('marked', {}).as(sql`
    update events set fanned_out_at = ${at}, sequence = taken.number from taken where events.id = taken.id
    returning events.id`);
  const counted = tx.$with('counted', {}).as(sql`
    update event_sequences set last = numbered.last from (
      select merchant_id, max(number) as last, count(*)::int as events from taken group by merchant_id
    ) numbered where event_sequences.merchant_id = numbered.merchant_id returning numbered.events`);
  const told = tx.$with('told', {}).as(sql`select pg_notify('work', 'deliveries') from made limit 1`);
  const rows = await tx
    .with(holders, taken, held, made, marked, counted, told)
    .select({ events: sql<number>`events`, told: sql`(select count(*) from told)` })
    .from(sql`counted`)
    .prepare('fan_out_held')
    .execute();
  return rows.map((row) => row.events);
}

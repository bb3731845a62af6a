import { sql } from 'drizzle-orm';
import { type Part, writeAsOne } from '@/db/as-one';
import { insertSet } from '@/db/as-set';
import type { Database, Tx } from '@/db/client';
import { deliveries, endpoints, events } from '@/db/schema';
import type { SaidInDex3 } from '@/db/schema/doors';
import type { CoindirectFacts } from '@/lib/dialects/coindirect-summary';
import type { Subject } from '@/lib/dialects/dialect';
import { breaker } from '@/lib/webhooks/endpoints/breaker';
import { addressFor, saidInDex3 } from './asked-store';
import { coindirectFactsOf } from './coindirect-store';

/** SQL about what waits to be sent. */

export type NewEvent = typeof events.$inferInsert;

// Frequent statements are prepared: planning them would cost more than running them.

/** A subject as the rows of events have it. */
export function columnsOf({ kind, id, version }: Subject) {
  return { subjectKind: kind, subjectId: id, subjectVersion: version };
}

/** Writes an event and wakes the fan-out in one statement. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insert(events)
    .values(event)
    .returning({ told: sql`pg_notify('work', 'events')` })
    .prepare('insert_event')
    .execute();
}

/** The same for many. */
export async function insertEvents(tx: Tx, rows: readonly NewEvent[]): Promise<void> {
  if (rows.length > 0) await writeAsOne(tx, [eventsPart(rows)]);
}

/** The same as a part of one statement; there is at least one event. */
export function eventsPart(rows: readonly NewEvent[]): Part {
  const returning = sql`pg_notify('work', 'events')`;
  return { name: 'told', statement: insertSet(events, rows), returning, rows: rows.length };
}

export type LeaseRequest = {
  /** By the worker's clock: what is due. Leases go by the database's own. */
  now: Date;
  leaseSeconds: number;
  /** New for every lease: only its holder may write the result. */
  owner: string;
  /** At most this many in all, and per endpoint. */
  room: number;
  roomPerEndpoint: number;
  /** Endpoints with another room of their own, because some of it is taken. */
  roomOf: ReadonlyMap<string, number>;
};

/** Whether nothing of the same subject has to go to this endpoint first. */
const isItsTurn = sql`(not endpoints.ordered or not exists (
  select from deliveries earlier where earlier.endpoint_id = waiting.endpoint_id and earlier.status = 'pending'
    and earlier.subject_id = waiting.subject_id and earlier.position < waiting.position))`;

/**
 * What is due, locked: the oldest of every endpoint's queue first, never more of one endpoint than its room, and of one
 * whose breaker is open a single probe when its time has come. Walks from queue to queue by index, so that a long queue
 * costs the others nothing.
 */
function dueDeliveries({ now, room, roomPerEndpoint, roomOf }: LeaseRequest) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOpen = sql`coalesce(breakers.failures, 0) >= ${breaker.opensAfter}::int`;
  return sql`
    with recursive queues as (
      (select endpoint_id from deliveries where status = 'pending' order by endpoint_id limit 1)
      union all
      select following.endpoint_id from queues, lateral (
        select endpoint_id from deliveries where status = 'pending' and endpoint_id > queues.endpoint_id
        order by endpoint_id limit 1
      ) following
    ),
    rooms as (select * from jsonb_each_text(${JSON.stringify(Object.fromEntries(roomOf))}::jsonb) as given (endpoint_id, room))
    select oldest.*, ${isOpen} as probe from queues
    join endpoints on endpoints.id = queues.endpoint_id and endpoints.status = 'active' and endpoints.deleted_at is null
    left join rooms on rooms.endpoint_id = queues.endpoint_id
    left join breakers on breakers.endpoint_id = queues.endpoint_id
    cross join lateral (
      select id, event_id, endpoint_id, next_attempt_at from deliveries waiting
      where endpoint_id = queues.endpoint_id and status = 'pending' and next_attempt_at <= ${at}
        and (lease_until is null or lease_until <= now()) and ${isItsTurn}
      order by next_attempt_at, id
      limit least(
        coalesce(rooms.room::int, ${roomPerEndpoint}::int),
        case when not ${isOpen} then null when breakers.probe_at <= ${at} then 1 else 0 end)
      for update skip locked
    ) oldest
    order by oldest.next_attempt_at, oldest.id
    limit ${room}::int`;
}

/** Without a flush to the disk: a lease that a crash of the database undoes is given again, as after a crash of its holder. */
const unflushed = sql`set_config('synchronous_commit', 'off', true)`;

/** Leases deliveries that are due. Of all workers that see that a probe is due, exactly one gets it. */
export async function leaseDeliveries(db: Database, request: LeaseRequest) {
  const at = sql`${request.now.toISOString()}::timestamptz`;
  const lease = sql`make_interval(secs => ${request.leaseSeconds}::float8)`;
  const due = db.$with('due', {}).as(sql`select due.* from (${dueDeliveries(request)}) due, ${unflushed}`);
  const probes = db.$with('probes', {}).as(sql`
    update breakers set probe_at = ${at} + ${lease} where endpoint_id in (
      select endpoint_id from breakers where endpoint_id in (select endpoint_id from due where probe)
        and probe_at <= ${at} for update skip locked)
    returning endpoint_id`);
  const leased = await db
    .with(due, probes)
    .update(deliveries)
    .set({ leaseUntil: sql`now() + ${lease}`, leaseOwner: request.owner })
    .from(sql`due`)
    .innerJoin(endpoints, sql`${endpoints.id} = due.endpoint_id`)
    .innerJoin(events, sql`${events.id} = due.event_id`)
    .where(sql`${deliveries.id} = due.id and (not due.probe or due.endpoint_id in (select endpoint_id from probes))`)
    .returning({
      ...{ id: deliveries.id, merchantId: deliveries.merchantId, startedAt: deliveries.startedAt },
      ...{ subjectId: deliveries.subjectId, position: deliveries.position },
      ...{ attempts: deliveries.attempts, tries: deliveries.tries, probe: sql<boolean>`due.probe` },
      endpoint: leasedEndpoint,
      event: leasedEvent,
    })
    .prepare('lease_deliveries')
    .execute();
  return leased.map(({ event: { kind, subjectId: id, version, ...event }, ...delivery }) => ({
    ...delivery,
    event: { ...event, subject: { kind, id, version } },
  }));
}
export type LeasedDelivery = Awaited<ReturnType<typeof leaseDeliveries>>[number];

/** Gives back what was leased and not begun; what another took over meanwhile stays that one's. */
export async function endLeases(db: Database, leases: readonly { id: string; owner: string }[]): Promise<void> {
  await db.execute(sql`
    update ${deliveries} d set lease_until = null, lease_owner = null
    from jsonb_to_recordset(${JSON.stringify(leases)}::jsonb) as given (id text, owner text)
    where d.id = given.id and d.lease_owner = given.owner`);
}

const leasedEndpoint = {
  ...{
    id: endpoints.id,
    url: addressFor(endpoints.url, endpoints.keyId, events.subjectId),
    dialect: endpoints.dialect,
    signing: endpoints.signing,
  },
  ...{ secret: endpoints.secret, previousSecrets: endpoints.previousSecrets },
  ...{ headers: endpoints.headers, ordered: endpoints.ordered, retryHours: endpoints.retryHours },
};

const leasedEvent = {
  ...{ id: events.id, merchantId: events.merchantId, type: events.type, data: events.data },
  ...{ createdAt: events.createdAt, sequence: events.sequence, test: events.test },
  ...{ kind: events.subjectKind, subjectId: events.subjectId, version: events.subjectVersion },
  dex3: sql<SaidInDex3 | null>`case when ${endpoints.dialect} = 'dex3' then ${saidInDex3(events.subjectId)} end`,
  coindirect: sql<CoindirectFacts | null>`case when ${endpoints.dialect} = 'coindirect' then ${coindirectFactsOf(events.subjectId)} end`,
};

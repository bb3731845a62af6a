import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { despiteDeadlock } from '@/db/despite-deadlock';
import { deliveries } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { EventType } from '@/db/vocabulary/events';
import { idPattern } from '@/lib/kernel/ids';
import { deleteEndpoint, updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { deliveryAnswer, resendAnswer, resendBody } from '@/lib/webhooks/events/delivery-schema';
import { handClock } from '@/lib/webhooks/testing/fixtures';
import {
  actingFor,
  addEndpoint,
  auditOf,
  makeTestMerchant,
  writeDelivery,
  writeEvent,
} from '@/lib/webhooks/testing/told';
import { maxResentAtOnce, resendDelivery, resendEvents } from './resend';

const database = testDatabase();
let clock = handClock();
let merchantId = '';
let start = new Date();

beforeEach(async () => {
  clock = handClock();
  start = clock.now();
  merchantId = await makeTestMerchant(database.db);
});

const acting = () => actingFor(database.db, clock, merchantId);
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const range = (change: object = {}) => resendBody.parse({ from: start.toISOString(), ...change });

/** Events a second apart, numbered from 1. */
async function happened(...types: EventType[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, type] of types.entries()) {
    ids.push(await writeEvent(database.db, { merchantId, sequence: index + 1, at: after(index), type }));
  }
  clock.turn(3600);
  return ids;
}

const owedTo = (endpointId: string) =>
  database.db.select().from(deliveries).where(eq(deliveries.endpointId, endpointId)).orderBy(asc(deliveries.position));

test('what was not delivered is due now from the beginning of its schedule, and what was delivered is left alone', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [one = '', two = '', three = ''] = await happened('payout.created', 'payout.processing', 'payout.completed');
  const write = (eventId: string, status: 'pending' | 'delivered' | 'exhausted') =>
    writeDelivery(database.db, merchantId, { endpointId, eventId, status, at: start });
  const ids = [await write(one, 'exhausted'), await write(two, 'delivered'), await write(three, 'pending')];
  const answer = await resendEvents(acting(), endpointId, range());
  expect(resendAnswer.parse(answer)).toEqual({ queued: 2, next_after: null });
  const now = clock.now();
  const due = { status: 'pending', tries: 0, attempts: 9, startedAt: now, nextAttemptAt: now, deliveredAt: null };
  const rows = await owedTo(endpointId);
  expect(rows.map((row) => row.id)).toEqual(ids);
  expect(rows[0]).toMatchObject(due);
  expect(rows[1]).toMatchObject({ status: 'delivered', tries: 9 });
  expect(rows[2]).toMatchObject(due);
});

test('"all" sends again what was delivered, too, in the same delivery', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [eventId = ''] = await happened('payout.completed');
  await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'delivered', at: start });
  expect(await resendEvents(acting(), endpointId, range({ only: 'all' }))).toEqual({ queued: 1, next_after: null });
  expect(await owedTo(endpointId)).toMatchObject([{ eventId, status: 'pending', deliveredAt: null }]);
});

test('what happened while the endpoint was not there gets a delivery, if the endpoint wants it; twice makes no second one', async () => {
  const [created = '', completed = ''] = await happened('payout.created', 'payout.completed');
  const { id: endpointId } = await addEndpoint(acting(), { events: ['payout.completed'] });
  await resendEvents(acting(), endpointId, range());
  await Promise.all([1, 2, 3].map(() => resendEvents(acting(), endpointId, range())));
  const rows = await owedTo(endpointId);
  expect(rows.map((row) => row.eventId)).toEqual([completed]);
  expect(rows[0]?.id).toMatch(idPattern('delivery'));
  await updateEndpoint(acting(), endpointId, { events: ['*'] });
  expect(await resendEvents(acting(), endpointId, range())).toMatchObject({ queued: 2 });
  expect((await owedTo(endpointId)).map((row) => row.eventId)).toEqual([created, completed]);
});

test('only the range counts: from the first moment on, up to but without the last one', async () => {
  const ids = await happened('payout.created', 'payout.processing', 'payout.completed', 'payout.failed');
  const { id: endpointId } = await addEndpoint(acting());
  const body = range({ from: after(1).toISOString(), to: after(3).toISOString() });
  expect(await resendEvents(acting(), endpointId, body)).toEqual({ queued: 2, next_after: null });
  expect((await owedTo(endpointId)).map((row) => row.eventId)).toEqual(ids.slice(1, 3));
});

test('a long range goes on with next_after until every event had its turn, once', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const count = maxResentAtOnce + 5;
  // Many share one moment, so the cursor has to keep them apart.
  await database.db.execute(sql`
    insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at, sequence, fanned_out_at)
    select 'ev_' || lpad(n::text, 26, '0'), ${merchantId}, 'payout.completed', 'payout', 'po_x', 1, '{}',
      ${start.toISOString()}::timestamptz + (n / 4000) * interval '1 second', n, now()
    from generate_series(1, ${count}::int) n`);
  clock.turn(3600);
  const first = await resendEvents(acting(), endpointId, range());
  expect(first).toEqual({ queued: maxResentAtOnce, next_after: maxResentAtOnce });
  const second = await resendEvents(acting(), endpointId, range({ after: first.next_after }));
  expect(second).toEqual({ queued: 5, next_after: null });
  expect(await owedTo(endpointId)).toHaveLength(count);
});

test('an after that names no event of theirs, and a range that ends before it begins, are refused by field', async () => {
  const { id } = await addEndpoint(acting());
  await expect(resendEvents(acting(), id, range({ after: 7 }))).rejects.toMatchObject({
    code: 'invalid_request',
    facts: { field: 'after' },
  });
  const backwards = resendBody.safeParse({ from: after(5).toISOString(), to: after(1).toISOString() });
  expect(backwards.error?.issues[0]?.path).toEqual(['to']);
});

test.each(['pending', 'delivered', 'exhausted'] as const)(
  'a single delivery that is %s is sent again at once',
  async (status) => {
    const { id: endpointId } = await addEndpoint(acting());
    const [eventId = ''] = await happened('payout.completed');
    const id = await writeDelivery(database.db, merchantId, { endpointId, eventId, status, at: after(9000) });
    const answer = await resendDelivery(acting(), id);
    expect(deliveryAnswer.parse(answer)).toEqual(answer);
    const now = clock.now().toISOString();
    expect(answer).toMatchObject({ id, status: 'pending', next_attempt_at: now, delivered_at: null });
    expect(await owedTo(endpointId)).toMatchObject([{ tries: 0, startedAt: clock.now() }]);
  },
);

test('a delivery that a worker is sending right now keeps its lease, so that it is not sent beside it', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [eventId = ''] = await happened('payout.completed');
  const id = await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'pending', at: start });
  const lease = { leaseUntil: after(3630), leaseOwner: 'worker' };
  await database.db.update(deliveries).set(lease).where(eq(deliveries.id, id));
  await resendDelivery(acting(), id);
  await resendEvents(acting(), endpointId, range());
  expect(await owedTo(endpointId)).toMatchObject([lease]);
});

test('a deleted endpoint gets nothing again', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [eventId = ''] = await happened('payout.completed');
  const id = await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'exhausted', at: start });
  await deleteEndpoint(acting(), endpointId);
  await expect(resendDelivery(acting(), id)).rejects.toMatchObject({ code: 'endpoint_state' });
  await expect(resendEvents(acting(), endpointId, range())).rejects.toMatchObject({ code: 'not_found' });
  expect(await owedTo(endpointId)).toMatchObject([{ status: 'exhausted' }]);
});

test("another merchant's deliveries and events are out of reach", async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [eventId = ''] = await happened('payout.completed');
  const id = await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'exhausted', at: start });
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  const theirs = await addEndpoint(stranger);
  await expect(resendDelivery(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(resendEvents(stranger, endpointId, range())).rejects.toMatchObject({ code: 'not_found' });
  expect(await resendEvents(stranger, theirs.id, range())).toEqual({ queued: 0, next_after: null });
});

test('resending needs the right to write and leaves an audit line', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const [eventId = ''] = await happened('payout.completed');
  const id = await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'exhausted', at: start });
  const reader = actingFor(database.db, clock, merchantId, ['webhooks:read']);
  await expect(resendDelivery(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(resendEvents(reader, endpointId, range())).rejects.toMatchObject({ code: 'forbidden' });
  await resendDelivery(acting(), id);
  await resendEvents(acting(), endpointId, range());
  const lines = await auditOf(database.db, merchantId);
  expect(lines.map((line) => line.action)).toEqual(['endpoint.created', 'delivery.resent', 'endpoint.resent']);
});

/** The same promise at every call. */
function once(work: () => Promise<void>): () => Promise<void> {
  let run: Promise<void> | undefined;
  return () => {
    run ??= work();
    return run;
  };
}

/** Resolves when some statement of this database waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const rows =
      await database.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    waiting = rows.length;
  }
}

test('a worker that locks the same deliveries crosswise costs a resend nothing but time', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const ids: string[] = [];
  for (const eventId of await happened('payout.created', 'payout.completed')) {
    ids.push(await writeDelivery(database.db, merchantId, { endpointId, eventId, status: 'exhausted', at: start }));
  }
  const [first = '', second = ''] = ids;
  const touch = (id: string) => sql`update deliveries set attempts = 10 where id = ${id}`;
  const asked: Promise<unknown>[] = [];
  const meet = once(async () => {
    asked.push(resendEvents(acting(), endpointId, range()));
    await somebodyWaits();
  });
  // PostgreSQL ends either of them; a worker writes its results again, too.
  await despiteDeadlock(() =>
    database.db.transaction(async (worker) => {
      await worker.execute(touch(second));
      await meet();
      await worker.execute(touch(first));
    }),
  );
  expect(await Promise.all(asked)).toEqual([{ queued: 2, next_after: null }]);
  expect(await owedTo(endpointId)).toMatchObject([
    { status: 'pending', attempts: 10 },
    { status: 'pending', attempts: 10 },
  ]);
});

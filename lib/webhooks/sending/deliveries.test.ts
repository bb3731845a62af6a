import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { attempts } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { DeliveryStatus } from '@/db/vocabulary/webhooks';
import { newId } from '@/lib/kernel/ids';
import { deleteEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { deliveryDetail, deliveryPage, listDeliveriesQuery } from '@/lib/webhooks/events/delivery-schema';
import { deliveriesPage } from '@/lib/webhooks/events/delivery-store';
import { handClock } from '@/lib/webhooks/testing/fixtures';
import { actingFor, addEndpoint, makeTestMerchant, writeDelivery, writeEvent } from '@/lib/webhooks/testing/told';
import { listDeliveries, viewDelivery } from './deliveries';

const database = testDatabase();
let clock = handClock();
let merchantId = '';
let sequence = 0;

beforeEach(async () => {
  clock = handClock();
  sequence = 0;
  merchantId = await makeTestMerchant(database.db);
});

const acting = () => actingFor(database.db, clock, merchantId);
const list = (change: object = {}) => listDeliveries(acting(), listDeliveriesQuery.parse(change));
const idsOf = async (change: object = {}) => (await list(change)).data.map((one) => one.id);

/** A delivery of an event of its own, a second after the one before. */
async function deliver(endpointId: string, status: DeliveryStatus, payoutId?: string): Promise<string> {
  clock.turn(1);
  const at = clock.now();
  const eventId = await writeEvent(database.db, { merchantId, sequence: ++sequence, at, payoutId });
  return writeDelivery(database.db, merchantId, { endpointId, eventId, status, at });
}

async function attempt(deliveryId: string, number: number, status: number | null): Promise<void> {
  await database.db.insert(attempts).values({
    ...{ merchantId, deliveryId, number, status, startedAt: clock.now(), durationMs: 12 },
    ...{ url: 'https://93.184.215.14/hooks', requestHeaders: { 'webhook-id': 'ev_1' }, requestBody: '{}' },
    ...{ answer: 'no', error: status === null ? 'No answer came.' : null },
  });
}

test('pages follow one another without a gap or a repetition, newest first, also while new ones are made', async () => {
  const { id } = await addEndpoint(acting());
  const made: string[] = [];
  for (let count = 0; count < 5; count++) made.unshift(await deliver(id, 'pending'));
  const first = await list({ limit: 2 });
  expect(deliveryPage.parse(first)).toEqual(first);
  await deliver(id, 'pending');
  const second = await list({ limit: 2, cursor: first.next_cursor });
  const third = await list({ limit: 2, cursor: second.next_cursor });
  expect([...first.data, ...second.data, ...third.data].map((one) => one.id)).toEqual(made);
  expect(third.next_cursor).toBeNull();
});

test('filters by endpoint, status and payout mean all that is asked for together', async () => {
  const one = await addEndpoint(acting());
  const two = await addEndpoint(acting());
  const payout = newId('payout');
  const a = await deliver(one.id, 'delivered', payout);
  const b = await deliver(one.id, 'exhausted', payout);
  const c = await deliver(two.id, 'exhausted', payout);
  const d = await deliver(two.id, 'pending');
  expect(await idsOf()).toEqual([d, c, b, a]);
  expect(await idsOf({ endpoint: one.id })).toEqual([b, a]);
  expect(await idsOf({ status: 'exhausted' })).toEqual([c, b]);
  expect(await idsOf({ status: 'delivered' })).toEqual([a]);
  expect(await idsOf({ endpoint: two.id, status: 'exhausted' })).toEqual([c]);
  expect(await idsOf({ payout })).toEqual([c, b, a]);
  expect(await idsOf({ payout, status: 'exhausted', endpoint: one.id })).toEqual([b]);
  const { next_cursor: cursor } = await list({ payout, limit: 1 });
  expect(await idsOf({ payout, cursor })).toEqual([b, a]);
});

test('what a deleted endpoint got stays to be looked at', async () => {
  const { id: endpoint } = await addEndpoint(acting());
  const id = await deliver(endpoint, 'delivered');
  await deleteEndpoint(acting(), endpoint);
  expect(await idsOf({ endpoint })).toEqual([id]);
  expect(await idsOf({ status: 'delivered' })).toEqual([id]);
});

test('a delivery shows its event, its last attempt, and when it is next', async () => {
  const { id: endpoint } = await addEndpoint(acting());
  const id = await deliver(endpoint, 'pending');
  await attempt(id, 1, null);
  await attempt(id, 2, 503);
  const detail = await viewDelivery(acting(), id);
  expect(deliveryDetail.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({ last_attempt: { status: 503, error: null }, event: { sequence: 1, test: false } });
  expect(detail.next_attempt_at).toBe(clock.now().toISOString());
  expect(detail.log).toMatchObject([
    {
      number: 2,
      status: 503,
      duration_ms: 12,
      request: { method: 'POST', headers: { 'webhook-id': 'ev_1' }, body: '{}' },
    },
    { number: 1, status: null, error: 'No answer came.' },
  ]);
  expect((await list()).data[0]).toMatchObject({ last_attempt: { status: 503 } });
});

test('one that is not pending has no next attempt', async () => {
  const { id } = await addEndpoint(acting());
  await deliver(id, 'exhausted');
  expect((await list()).data[0]).toMatchObject({ next_attempt_at: null, last_attempt: null });
});

test("another merchant's deliveries are not there, by no filter", async () => {
  const { id: endpoint } = await addEndpoint(acting());
  const payout = newId('payout');
  const id = await deliver(endpoint, 'pending', payout);
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  for (const change of [{}, { endpoint }, { payout }, { status: 'pending' }, { endpoint, payout }]) {
    expect(await listDeliveries(stranger, listDeliveriesQuery.parse(change))).toEqual({ data: [], next_cursor: null });
  }
  await expect(viewDelivery(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
});

test('reading needs the right to read, and a cursor that is not ours is refused by field', async () => {
  const writer = actingFor(database.db, clock, merchantId, ['webhooks:write']);
  await expect(listDeliveries(writer, listDeliveriesQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(viewDelivery(writer, newId('delivery'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(list({ cursor: 'bm9wZQ' })).rejects.toMatchObject({
    code: 'invalid_request',
    facts: { field: 'cursor' },
  });
});

test('every way to ask for a page walks an index: no table is read through and nothing long is sorted', async () => {
  const { id: endpointId } = await addEndpoint(acting());
  const rest = await addEndpoint(acting());
  const many = 20_000;
  await database.db.execute(sql`
    insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at, sequence, fanned_out_at)
    select 'ev_' || lpad(n::text, 26, '0'), ${merchantId}, 'payout.completed', 'payout', 'po_' || n, 1, '{}', now(), n, now()
    from generate_series(1, ${many}::int) n`);
  await database.db.execute(sql`
    insert into deliveries (id, merchant_id, event_id, endpoint_id, subject_id, position, status, started_at, next_attempt_at, created_at)
    select 'de_' || lpad(n::text, 26, '0'), ${merchantId}, 'ev_' || lpad(n::text, 26, '0'), ${endpointId}, 'po_' || n, n,
      case when n % 1000 = 0 then 'exhausted' else 'delivered' end, now(), now(), now()
    from generate_series(1, ${many}::int) n`);
  await database.sql`vacuum analyze events, deliveries`;
  const filters = [
    {},
    { endpointId },
    { endpointId: rest.id },
    { status: 'exhausted' },
    { status: 'pending' },
    { status: 'delivered' },
    { endpointId, status: 'exhausted' },
    { payoutId: 'po_7' },
    { olderThan: 'de_00000000000000000000010000' },
    { status: 'exhausted', olderThan: 'de_00000000000000000000010000' },
  ] as const;
  for (const filter of filters) {
    const page = await deliveriesPage(database.db, { merchantId, limit: 26, ...filter });
    const [row] = await database.db.execute(sql`explain (analyze, format json) ${page}`);
    const plan = JSON.stringify(row);
    expect(plan, JSON.stringify(filter)).not.toContain('"Seq Scan"');
    const walked = [...plan.matchAll(/"Actual Rows":(\d+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...walked), JSON.stringify(filter)).toBeLessThanOrEqual(100);
    const removed = [...plan.matchAll(/"Rows Removed by (?:Filter|Join Filter)":(\d+)/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.max(0, ...removed), JSON.stringify(filter)).toBeLessThanOrEqual(100);
  }
});

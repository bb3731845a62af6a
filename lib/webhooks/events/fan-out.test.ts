import { asc, count, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { deliveries, events } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { systemClock } from '@/lib/kernel/clock';
import { idPattern, newId } from '@/lib/kernel/ids';
import { callOffDeliveries, changeEndpoint } from '@/lib/webhooks/endpoints/endpoint-store';
import { emptyDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint, makeMerchant, systemContext } from '@/lib/webhooks/testing/fixtures';
import { emit } from './emit';
import { fanOut } from './fan-out';
import { fanOutHeld, lockSequences, selectWaitingMerchants } from './fan-out-store';

const database = testDatabase();
const url = 'https://hooks.example/';
const context = () => systemContext(database.db, systemClock);

beforeEach(async () => {
  await emptyDesk(database.db);
});

const madeDeliveries = () => database.db.select().from(deliveries);
const unfanned = async () => {
  const [row] = await database.db.select({ n: count() }).from(events).where(sql`fanned_out_at is null`);
  return row?.n;
};

test('an event becomes one delivery per active endpoint of its merchant that wants it', async () => {
  const merchantId = await makeMerchant(database.db);
  const stranger = await makeMerchant(database.db);
  const all = await makeEndpoint(database.db, { merchantId, url });
  const completed = await makeEndpoint(database.db, { merchantId, url, events: ['payout.completed', 'payout.failed'] });
  await makeEndpoint(database.db, { merchantId, url, events: ['payout.created'] });
  await makeEndpoint(database.db, { merchantId, url, status: 'paused' });
  await makeEndpoint(database.db, { merchantId: stranger, url });
  await emitOne(context(), merchantId, { type: 'payout.completed' });
  await fanOut(context());
  const made = await madeDeliveries();
  expect(made.map((one) => one.endpointId).sort()).toEqual([all.id, completed.id].sort());
  expect(made.every((one) => one.merchantId === merchantId && one.status === 'pending')).toBe(true);
  expect(made.every((one) => idPattern('delivery').test(one.id))).toBe(true);
  expect(await unfanned()).toBe(0);
});

test('an event without any endpoint is done with and stays readable', async () => {
  const merchantId = await makeMerchant(database.db);
  await emitOne(context(), merchantId);
  await fanOut(context());
  expect(await madeDeliveries()).toEqual([]);
  expect(await unfanned()).toBe(0);
});

/** The numbers of a merchant's events in the order of their numbers, with the payout and version that each tells of. */
const sequenceOf = (merchantId: string) =>
  database.db
    .select({ sequence: events.sequence, payoutId: events.subjectId, version: events.subjectVersion })
    .from(events)
    .where(eq(events.merchantId, merchantId))
    .orderBy(asc(events.sequence));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('while many workers fan out for many merchants, each has 1 to n without a gap and each payout its own order', async () => {
  const merchants = await Promise.all(Array.from({ length: 5 }, () => makeMerchant(database.db)));
  for (const merchantId of merchants) await makeEndpoint(database.db, { merchantId, url });
  let done = false;
  const worker = async () => {
    while (!done) await fanOut(context());
  };
  const workers = Array.from({ length: 6 }, worker);
  const life = async (merchantId: string) => {
    const payoutId = newId('payout');
    for (const version of [1, 2, 3, 4]) await emitOne(context(), merchantId, { payoutId, version });
  };
  await Promise.all(merchants.flatMap((merchantId) => Array.from({ length: 12 }, () => life(merchantId))));
  done = true;
  await Promise.all(workers);
  await fanOut(context());
  for (const merchantId of merchants) {
    const told = await sequenceOf(merchantId);
    expect(told.map((one) => one.sequence)).toEqual(upTo(48));
    for (const [, ofPayout] of Map.groupBy(told, (one) => one.payoutId)) {
      expect(ofPayout.map((one) => one.version)).toEqual([1, 2, 3, 4]);
    }
  }
  const made = await madeDeliveries();
  expect([made.length, new Set(made.map((one) => one.eventId)).size]).toEqual([240, 240]);
});

test('a delivery knows its payout, its place, and when its schedule began', async () => {
  const merchantId = await makeMerchant(database.db);
  await makeEndpoint(database.db, { merchantId, url });
  const payoutId = await emitOne(context(), merchantId);
  const at = new Date('2026-01-31T12:00:00Z');
  await fanOut({ ...context(), clock: { now: () => at } });
  const [event] = await database.db.select().from(events).where(eq(events.merchantId, merchantId));
  expect(await madeDeliveries()).toMatchObject([
    { subjectId: payoutId, position: event?.position, startedAt: at, nextAttemptAt: at, tries: 0, attempts: 0 },
  ]);
});

test('a long queue of one merchant costs another no more than one round, and goes in larger ones once none else waits', async () => {
  const busy = await makeMerchant(database.db);
  const small = await makeMerchant(database.db);
  await Promise.all(Array.from({ length: 410 }, () => emitOne(context(), busy)));
  await emitOne(context(), small);
  expect(await fanOut(context())).toBe(true);
  expect((await sequenceOf(small)).map((one) => one.sequence)).toEqual([1]);
  expect((await sequenceOf(busy)).filter((one) => one.sequence !== null)).toHaveLength(200);
  expect(await fanOut(context())).toBe(false);
  expect((await sequenceOf(busy)).map((one) => one.sequence)).toEqual(upTo(410));
});

test('more merchants than one round takes all have their turn', async () => {
  const merchants = await Promise.all(Array.from({ length: 60 }, () => makeMerchant(database.db)));
  await Promise.all(merchants.map((merchantId) => emitOne(context(), merchantId)));
  await fanOut(context());
  expect(await unfanned()).toBe(0);
});

test('a worker killed before it commits leaves no gap, and the event to the next one', async () => {
  const merchantId = await makeMerchant(database.db);
  await makeEndpoint(database.db, { merchantId, url });
  await emitOne(context(), merchantId);
  await fanOut(context());
  await emitOne(context(), merchantId);
  const turn = { after: '', merchants: 10, events: 10, now: new Date() };
  const killed = database.db.transaction(async (tx) => {
    expect(await lockSequences(tx, [merchantId])).toEqual([merchantId]);
    expect(await fanOutHeld(tx, [merchantId], turn)).toEqual([1]);
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await madeDeliveries()).toHaveLength(1);
  await fanOut(context());
  expect(await madeDeliveries()).toHaveLength(2);
  expect((await sequenceOf(merchantId)).map((one) => one.sequence)).toEqual([1, 2]);
});

test("the holder of a merchant's counter is not waited for, and holds up no other merchant", async () => {
  const held = await makeMerchant(database.db);
  const free = await makeMerchant(database.db);
  for (const merchantId of [held, free]) await emitOne(context(), merchantId);
  await selectWaitingMerchants(database.db, { after: '', merchants: 10, events: 10, now: new Date() });
  await database.db.transaction(async (tx) => {
    await lockSequences(tx, [held]);
    await fanOut(context());
  });
  expect((await sequenceOf(held)).map((one) => one.sequence)).toEqual([null]);
  expect((await sequenceOf(free)).map((one) => one.sequence)).toEqual([1]);
  await fanOut(context());
  expect((await sequenceOf(held)).map((one) => one.sequence)).toEqual([1]);
});

test('an event whose change is rolled back never happened', async () => {
  const merchantId = await makeMerchant(database.db);
  const subject = { kind: 'payout', id: 'po_x', version: 1 } as const;
  const event = { type: 'payout.created', subject, data: {}, now: new Date() } as const;
  const change = database.db.transaction(async (tx) => {
    await emit(tx, { ...event, merchantId });
    throw new Error('no');
  });
  await expect(change).rejects.toThrow('no');
  expect(await database.db.select().from(events).where(eq(events.merchantId, merchantId))).toEqual([]);
});

test('a committed event wakes the worker, and its fan-out wakes the deliverer', async () => {
  const merchantId = await makeMerchant(database.db);
  await makeEndpoint(database.db, { merchantId, url });
  const heard: string[] = [];
  const { unlisten } = await database.sql.listen('work', (payload) => {
    heard.push(payload);
  });
  await emitOne(context(), merchantId);
  await fanOut(context());
  await expect.poll(() => heard).toEqual(['events', 'deliveries']);
  await unlisten();
});

test('an endpoint deleted while an event is fanned out leaves nothing pending behind', async () => {
  const merchantId = await makeMerchant(database.db);
  const made = await makeEndpoint(database.db, { merchantId, url });
  await Promise.all(Array.from({ length: 40 }, () => emitOne(context(), merchantId)));
  const remove = database.db.transaction(async (tx) => {
    await changeEndpoint(tx, merchantId, made.id, { deletedAt: new Date() });
    await callOffDeliveries(tx, merchantId, made.id);
  });
  await Promise.all([fanOut(context()), remove, fanOut(context())]);
  expect((await madeDeliveries()).filter((one) => one.status === 'pending')).toEqual([]);
});

import { count, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { attempts, deliveries, endpoints, events } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { systemClock } from '@/lib/kernel/clock';
import { idPattern } from '@/lib/kernel/ids';
import { emit } from './emit';
import { callOffDeliveries, changeEndpoint } from './endpoint-store';
import { fanOut } from './fan-out';
import { fanOutEvents } from './store';
import { emitOne, makeEndpoint, makeMerchant, systemContext } from './testing/fixtures';

const database = testDatabase();
const url = 'https://hooks.example/';
const context = () => systemContext(database.db, systemClock);

beforeEach(async () => {
  await database.db.execute(sql`truncate ${attempts}, ${deliveries}, ${events}, ${endpoints}`);
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
  await emitOne(context(), merchantId, 'payout.completed');
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

test('many workers at once make every delivery exactly once', async () => {
  const merchantId = await makeMerchant(database.db);
  await makeEndpoint(database.db, { merchantId, url });
  await makeEndpoint(database.db, { merchantId, url });
  await Promise.all(Array.from({ length: 60 }, () => emitOne(context(), merchantId)));
  await Promise.all(Array.from({ length: 8 }, () => fanOut(context())));
  await fanOut(context());
  expect(await madeDeliveries()).toHaveLength(120);
  expect(await unfanned()).toBe(0);
});

test('a batch that is not the last says that more is waiting', async () => {
  const merchantId = await makeMerchant(database.db);
  await Promise.all(Array.from({ length: 201 }, () => emitOne(context(), merchantId)));
  expect(await fanOut(context())).toBe(true);
  expect(await fanOut(context())).toBe(false);
});

test('a worker killed before it commits leaves the event to the next one', async () => {
  const merchantId = await makeMerchant(database.db);
  await makeEndpoint(database.db, { merchantId, url });
  await emitOne(context(), merchantId);
  const killed = database.db.transaction(async (tx) => {
    await fanOutEvents(tx, 10, new Date());
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await madeDeliveries()).toEqual([]);
  await fanOut(context());
  expect(await madeDeliveries()).toHaveLength(1);
});

test('an event whose change is rolled back never happened', async () => {
  const merchantId = await makeMerchant(database.db);
  const event = { type: 'payout.created', payoutId: 'po_x', payoutVersion: 1, data: {}, now: new Date() } as const;
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
  const both = Promise.withResolvers<void>();
  const { unlisten } = await database.sql.listen('work', (payload) => {
    heard.push(payload);
    if (payload === 'deliveries') both.resolve();
  });
  await emitOne(context(), merchantId);
  await fanOut(context());
  await both.promise;
  await unlisten();
  expect(heard).toEqual(['events', 'deliveries']);
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

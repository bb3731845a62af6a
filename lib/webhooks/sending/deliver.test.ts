import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { endpoints } from '@/db/schema';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { type LeasedDelivery, leaseDeliveries } from '@/lib/webhooks/events/store';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint } from '@/lib/webhooks/testing/fixtures';
import type { Received } from '@/lib/webhooks/testing/receiver';
import { attempt } from './attempt';
import { leaseSeconds } from './deliver';
import { createResultWriter } from './result-writer';

const desk = webhookDesk();
const never = new AbortController().signal;
const idOf = (request: Received) => request.headers['webhook-id'];

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is none');
  return value;
}

const claimAs = (owner: string) =>
  leaseDeliveries(desk.database.db, {
    now: desk.clock.now(),
    leaseSeconds,
    owner,
    room: 100,
    roomPerEndpoint: 100,
    roomOf: new Map(),
  });

test('what a killed worker had taken is sent by another when the lease is over, under the same id', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant, 3);
  const taken = await claimAs('killed worker');
  expect(taken).toHaveLength(3);
  await desk.deliverTo(merchant);
  expect(merchant.received).toEqual([]);
  await desk.endLeases();
  await desk.deliverTo(merchant);
  expect(merchant.received.map(idOf).sort()).toEqual(taken.map((one) => one.event.id).sort());
  expect((await desk.deliveries()).map((one) => one.status)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a lease ends after 30 seconds by the clock of the database, not by the clock of a worker', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant);
  await claimAs('killed worker');
  const [left] = await desk.database
    .sql`select extract(epoch from lease_until - now())::float8 as seconds from deliveries`;
  expect(left?.seconds).toBeGreaterThan(25);
  expect(left?.seconds).toBeLessThanOrEqual(30);
  desk.clock.turn(7 * 86_400);
  await desk.deliverTo(merchant);
  expect(merchant.received).toEqual([]);
});

test('a lease alone is not waited for on the disk: what follows on its line is flushed as always', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant);
  const { db, sql: line, close } = connect(desk.database.url, 1);
  await line`set synchronous_commit = on`;
  const request = { now: desk.clock.now(), leaseSeconds, owner: 'a worker', room: 1, roomPerEndpoint: 1 };
  const leased = await leaseDeliveries(db, { ...request, roomOf: new Map() });
  const told = await line`show synchronous_commit`;
  await close();
  expect([leased.length, ...told]).toEqual([1, { synchronous_commit: 'on' }]);
});

test('a worker whose lease is gone keeps its attempt on record and moves nothing', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant);
  const [delivery] = await claimAs('slow worker');
  await desk.endLeases();
  expect(await claimAs('quick worker')).toHaveLength(1);
  const sender = desk.sender([merchant]);
  const late = { owner: 'slow worker', random: 0 };
  const send = (one: LeasedDelivery) => attempt(desk.clock, sender, { ...late, delivery: one });
  const results = await Promise.all([delivery].filter((one) => one !== undefined).map(send));
  await createResultWriter().write(desk.ctx, required(results[0]));
  expect(await desk.attempts()).toMatchObject([{ status: 204 }]);
  expect(await desk.deliveries()).toMatchObject([{ status: 'pending', attempts: 0, leaseOwner: 'quick worker' }]);
});

test('many workers at once send every delivery exactly once', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant, 120);
  const workers = Array.from({ length: 4 }, () => desk.deliverer([merchant], { room: 10, roomPerEndpoint: 5 }));
  await Promise.all(workers.map((worker) => worker.deliverDue(desk.ctx, never)));
  await Promise.all(workers.map((worker) => worker.settled()));
  const ids = merchant.received.map(idOf);
  expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
  expect((await desk.deliveries()).every((one) => one.status === 'delivered')).toBe(true);
});

test('an endpoint that hangs holds up no other, however much is queued for it', async () => {
  const hanging = await desk.receiver(() => {});
  const healthy = await desk.receiver();
  await desk.queue(hanging, 200);
  await desk.database.db.update(endpoints).set({ events: ['payout.failed'] });
  await desk.queue(healthy, 50);
  const deliverer = desk.deliverer([hanging, healthy], { room: 24, roomPerEndpoint: 16 });
  await deliverer.deliverDue(desk.ctx, never);
  await healthy.reached(50);
  expect(hanging.received.length).toBeLessThanOrEqual(16);
  await hanging.close();
  await deliverer.settled();
});

test('many endpoints that begin to hang together hold up no healthy one', async () => {
  const hanging = await desk.receiver(() => {});
  const healthy = await desk.receiver();
  for (let made = 0; made < 7; made++)
    await makeEndpoint(desk.database.db, { merchantId: desk.merchantId, url: hanging.url });
  await desk.queue(hanging, 40);
  await desk.database.db.update(endpoints).set({ events: ['payout.failed'] });
  await desk.queue(healthy, 20);
  const deliverer = desk.deliverer([hanging, healthy], { room: 40 });
  await deliverer.deliverDue(desk.ctx, never);
  await healthy.reached(20);
  expect(hanging.received.length).toBeLessThanOrEqual(8 * 4);
  await hanging.close();
  await deliverer.settled();
});

test('what waits behind attempts that got no answer is sent as soon as the endpoint answers', async () => {
  const merchant = await desk.receiver((_request, response, count) =>
    count <= 4 ? response.destroy() : response.end(),
  );
  await desk.queue(merchant, 30);
  await desk.deliverTo(merchant, { roomPerEndpoint: 4 });
  expect(merchant.received).toHaveLength(30);
  expect((await desk.deliveries()).filter((one) => one.status === 'delivered')).toHaveLength(26);
});

test('what comes while every place is taken is sent when they come free during the lease that looked for it', async () => {
  let answer = () => {};
  const merchant = await desk.receiver((_request, response, count) => {
    const manners = [() => {}, () => (answer = () => response.writeHead(204).end()), () => response.destroy()];
    (manners[count] ?? (() => response.writeHead(204).end()))();
  });
  await desk.queue(merchant, 2);
  const deliverer = desk.deliverer([merchant]);
  await deliverer.deliverDue(desk.ctx, never);
  // The one that got no answer leaves the endpoint with one place, which the other one has.
  await expect.poll(async () => (await desk.attempts()).length).toBe(1);
  await emitOne(desk.ctx, desk.merchantId);
  await fanOut(desk.ctx);

  let lease = Promise.resolve(false);
  await desk.database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table endpoints in access exclusive mode`);
    lease = deliverer.deliverDue(desk.ctx, never);
    const waiting = sql`select from pg_locks where relation = 'endpoints'::regclass and not granted`;
    await expect.poll(async () => (await tx.execute(waiting)).length).toBe(1);
    answer();
    await expect.poll(async () => (await desk.attempts()).length).toBe(2);
  });
  await lease;
  await deliverer.settled();
  expect((await desk.deliveries()).map((one) => one.status).sort()).toEqual(['delivered', 'delivered', 'pending']);
});

test('while an endpoint is paused its queue waits, and is sent when it is resumed', async () => {
  const merchant = await desk.receiver();
  const { id } = await desk.queue(merchant, 2);
  await desk.database.db.update(endpoints).set({ status: 'paused' }).where(eq(endpoints.id, id));
  await desk.deliverTo(merchant);
  expect(merchant.received).toEqual([]);
  await desk.database.db.update(endpoints).set({ status: 'active' }).where(eq(endpoints.id, id));
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(2);
});

test('a worker that was told to stop takes nothing more', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant, 3);
  const deliverer = desk.deliverer([merchant]);
  await deliverer.deliverDue(desk.ctx, AbortSignal.abort());
  await deliverer.settled();
  expect(merchant.received).toEqual([]);
});

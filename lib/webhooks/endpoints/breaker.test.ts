import { expect, test } from 'vitest';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { leaseDeliveries } from '@/lib/webhooks/events/store';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint, makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { answerWith, type Reply } from '@/lib/webhooks/testing/receiver';
import { isFailing } from './breaker';

const desk = webhookDesk();
const never = new AbortController().signal;

test.each([
  [null, true],
  [429, true],
  [500, true],
  [503, true],
  [200, false],
  [302, false],
  [404, false],
  [410, false],
])('an answer of %s counts as trouble: %s', (status, failing) => {
  expect(isFailing(status)).toBe(failing);
});

test('after five failures in a row nothing more is sent', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 30);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  expect(merchant.received).toHaveLength(5);
  expect(await desk.breakers()).toMatchObject([{ failures: 5, failingSince: desk.clock.now() }]);
});

test('four failures and a success leave nothing behind', async () => {
  const merchant = await desk.receiver((_request, response, count) => response.writeHead(count % 5 ? 500 : 200).end());
  await desk.queue(merchant, 30);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  expect(merchant.received).toHaveLength(30);
  expect(await desk.breakers()).toEqual([]);
});

test('refusals such as 404 open no breaker', async () => {
  const merchant = await desk.receiver(answerWith(404));
  await desk.queue(merchant, 30);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(30);
  expect(await desk.breakers()).toEqual([]);
});

test('probes come after 5, 10, 20, 40 and then every 60 seconds, one each', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 60);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  for (const pause of [5, 10, 20, 40, 60, 60, 60]) {
    const before = merchant.received.length;
    desk.clock.turn(pause - 1);
    await desk.deliverTo(merchant);
    expect(merchant.received).toHaveLength(before);
    desk.clock.turn(1);
    await desk.deliverTo(merchant);
    expect(merchant.received).toHaveLength(before + 1);
  }
  expect(await desk.breakers()).toMatchObject([{ failures: 12 }]);
});

test('many that fail at once are one opening, not many', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 60);
  await desk.deliverTo(merchant);
  expect(await desk.breakers()).toMatchObject([{ failures: 5 }]);
  desk.clock.turn(5);
  const before = merchant.received.length;
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(before + 1);
});

test('an open breaker is not closed by a late answer to what was sent before the failures began, but by a probe', async () => {
  const late = Promise.withResolvers<void>();
  const manners: Reply = (_request, response, number) => {
    const status = number > 1 && number < 7 ? 500 : 204;
    void (number === 1 ? late.promise : Promise.resolve()).then(() => response.writeHead(status).end());
  };
  const merchant = await desk.receiver(manners);
  await desk.queue(merchant, 10);
  const worker = desk.deliverer([merchant], { roomPerEndpoint: 2 });
  await worker.deliverDue(desk.ctx, never);
  await merchant.reached(2);
  desk.clock.turn(1);
  await expect.poll(desk.breakers, { timeout: 60_000 }).toMatchObject([{ failures: 5 }]);
  late.resolve();
  await worker.settled();
  expect(merchant.received).toHaveLength(6);
  expect(await desk.breakers()).toMatchObject([{ failures: 5 }]);
  desk.clock.turn(5);
  await desk.deliverTo(merchant);
  expect(await desk.breakers()).toEqual([]);
});

test('when a probe is taken the whole queue follows', async () => {
  let up = false;
  const merchant = await desk.receiver((_request, response) => response.writeHead(up ? 200 : 503).end());
  await desk.queue(merchant, 40);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  up = true;
  desk.clock.turn(5);
  await desk.deliverTo(merchant);
  expect((await desk.deliveries()).every((one) => one.status === 'delivered')).toBe(true);
  expect(await desk.breakers()).toEqual([]);
});

test('of ten workers exactly one sends the probe', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 60);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  const before = merchant.received.length;
  desk.clock.turn(5);
  const workers = Array.from({ length: 10 }, () => desk.deliverer([merchant]));
  await Promise.all(workers.map((worker) => worker.deliverDue(desk.ctx, never)));
  await Promise.all(workers.map((worker) => worker.settled()));
  expect(merchant.received).toHaveLength(before + 1);
});

test('a probe whose worker was killed is followed by another when its lease is over', async () => {
  const merchant = await desk.receiver(answerWith(500));
  await desk.queue(merchant, 60);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(5);
  const claim = { leaseSeconds: 30, owner: 'killed', room: 10, roomPerEndpoint: 10, roomOf: new Map() };
  expect(await leaseDeliveries(desk.database.db, { ...claim, now: desk.clock.now() })).toMatchObject([{ probe: true }]);
  const before = merchant.received.length;
  desk.clock.turn(29);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(before);
  desk.clock.turn(1);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(before + 1);
});

test('a receiver that asks for time gets no probe before that, for up to an hour', async () => {
  const merchant = await desk.receiver(answerWith(429, { 'retry-after': '7200' }));
  await desk.queue(merchant, 30);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  desk.clock.turn(3599);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(5);
  desk.clock.turn(1);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(6);
});

test('one dead endpoint costs the others nothing', async () => {
  const dead = await desk.receiver((_request, response) => response.destroy());
  const healthy = await desk.receiver();
  await desk.queue(dead, 100);
  const merchantId = await makeMerchant(desk.database.db);
  await makeEndpoint(desk.database.db, { merchantId, url: healthy.url });
  await Promise.all(Array.from({ length: 50 }, () => emitOne(desk.ctx, merchantId)));
  await fanOut(desk.ctx);
  await desk.deliverTo([dead, healthy], { room: 17 });
  expect(healthy.received).toHaveLength(50);
  expect((await desk.attempts()).filter((one) => one.merchantId === merchantId)).toHaveLength(50);
});

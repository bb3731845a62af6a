import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '@/db/schema';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint } from '@/lib/webhooks/testing/fixtures';
import type { Received, Reply } from '@/lib/webhooks/testing/receiver';
import { retryDelays } from './retry';

const desk = webhookDesk();
const never = new AbortController().signal;

/** What a request tells of: the payout and its version. */
function toldBy(request: Received): { payout: string; version: number } {
  const { data } = JSON.parse(request.body);
  return { payout: data.id, version: data.version };
}

/** An ordered endpoint with three events each of these payouts waiting for it. */
async function queueLives(url: string, payouts: string[], ordered = true): Promise<void> {
  await makeEndpoint(desk.database.db, { merchantId: desk.merchantId, url, ordered });
  for (const version of [1, 2, 3]) {
    for (const payoutId of payouts) await emitOne(desk.ctx, desk.merchantId, { payoutId, version });
  }
  await fanOut(desk.ctx);
}

const refuse =
  (payout: string): Reply =>
  (request, response) =>
    response.writeHead(toldBy(request).payout === payout ? 404 : 200).end();

test('the events of one payout go one after another, in their order', async () => {
  let open = 0;
  let most = 0;
  const merchant = await desk.receiver((_request, response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open -= 1;
      response.end();
    });
  });
  const payout = newId('payout');
  await queueLives(merchant.url, [payout]);
  await desk.deliverTo(merchant);
  expect(merchant.received.map((request) => toldBy(request).version)).toEqual([1, 2, 3]);
  expect(most).toBe(1);
});

test('the first event that fails holds back the later ones of its payout, and of no other', async () => {
  const [stuck, free] = [newId('payout'), newId('payout')];
  const merchant = await desk.receiver(refuse(stuck));
  await queueLives(merchant.url, [stuck, free]);
  await desk.deliverTo(merchant);
  const told = merchant.received.map(toldBy);
  expect(told.filter((one) => one.payout === stuck).map((one) => one.version)).toEqual([1]);
  expect(told.filter((one) => one.payout === free).map((one) => one.version)).toEqual([1, 2, 3]);
});

test('an endpoint that does not ask for order still gets the later ones', async () => {
  const stuck = newId('payout');
  const merchant = await desk.receiver((request, response) =>
    response.writeHead(toldBy(request).version === 1 ? 404 : 200).end(),
  );
  await queueLives(merchant.url, [stuck], false);
  await desk.deliverTo(merchant);
  expect(merchant.received.map((request) => toldBy(request).version).sort()).toEqual([1, 2, 3]);
});

test('what was held back follows as soon as the one before it is taken', async () => {
  const payout = newId('payout');
  const merchant = await desk.receiver((_request, response, count) =>
    response.writeHead(count === 1 ? 404 : 200).end(),
  );
  await queueLives(merchant.url, [payout]);
  await desk.deliverTo(merchant);
  desk.clock.turn(retryDelays[0]);
  await desk.deliverTo(merchant);
  expect(merchant.received.map((request) => toldBy(request).version)).toEqual([1, 1, 2, 3]);
});

test('one that is exhausted lets the next go', async () => {
  const payout = newId('payout');
  const merchant = await desk.receiver((request, response) =>
    response.writeHead(toldBy(request).version === 1 ? 404 : 200).end(),
  );
  await queueLives(merchant.url, [payout]);
  await desk.database.db.update(deliveries).set({ tries: retryDelays.length }).where(eq(deliveries.subjectId, payout));
  await desk.deliverTo(merchant);
  expect(merchant.received.map((request) => toldBy(request).version)).toEqual([1, 2, 3]);
  expect((await desk.deliveries()).map((one) => one.status).sort()).toEqual(['delivered', 'delivered', 'exhausted']);
});

test('many workers keep the order of every payout', async () => {
  const merchant = await desk.receiver();
  const payouts = Array.from({ length: 20 }, () => newId('payout'));
  await queueLives(merchant.url, payouts);
  const workers = Array.from({ length: 4 }, () => desk.deliverer([merchant], { room: 8, roomPerEndpoint: 4 }));
  const run = async () => {
    await Promise.all(workers.map((worker) => worker.deliverDue(desk.ctx, never)));
    await Promise.all(workers.map((worker) => worker.settled()));
  };
  await run();
  await run();
  const told = Map.groupBy(merchant.received.map(toldBy), (one) => one.payout);
  expect([...told.values()].map((all) => all.map((one) => one.version))).toEqual(payouts.map(() => [1, 2, 3]));
});

test('what is held back is due when the one before it is, also what happens meanwhile, and at once when it is taken', async () => {
  const payout = newId('payout');
  const merchant = await desk.receiver((_request, response, count) => response.writeHead(count < 3 ? 404 : 200).end());
  await queueLives(merchant.url, [payout]);
  await desk.deliverTo(merchant);
  await emitOne(desk.ctx, desk.merchantId, { payoutId: payout, version: 4 });
  await fanOut(desk.ctx);
  const again = addSeconds(desk.clock.now(), retryDelays[0]);
  expect((await desk.deliveries()).map((one) => one.nextAttemptAt)).toEqual([again, again, again, again]);
  desk.clock.turn(retryDelays[0]);
  await desk.deliverTo(merchant);
  const later = addSeconds(again, retryDelays[1]);
  expect((await desk.deliveries()).map((one) => one.nextAttemptAt)).toEqual([later, later, later, later]);
  await desk.database.db.update(deliveries).set({ nextAttemptAt: again }).where(eq(deliveries.attempts, 2));
  await desk.deliverTo(merchant);
  expect(merchant.received.map((request) => toldBy(request).version)).toEqual([1, 1, 1, 2, 3, 4]);
});

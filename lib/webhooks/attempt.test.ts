import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { endpoints } from '@/db/schema';
import { addSeconds } from '@/lib/kernel/clock';
import { fanOut } from './fan-out';
import { retryDelays } from './retry';
import { webhookDesk } from './testing/desk';
import { emitOne, makeEndpoint } from './testing/fixtures';
import { answerWith, type Received, type Reply } from './testing/receiver';

const desk = webhookDesk();
const idOf = (request: Received) => request.headers['webhook-id'];

test('a delivered event verifies with the standardwebhooks package and says what happened', async () => {
  const merchant = await desk.receiver();
  const { secret } = await desk.queue(merchant);
  await desk.deliverTo(merchant);
  const [request] = merchant.received;
  const [event] = await desk.events();
  expect(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {})).toEqual({
    type: 'payout.completed',
    timestamp: event?.createdAt.toISOString(),
    sequence: 1,
    data: event?.data,
  });
  expect(request?.headers).toMatchObject({ 'webhook-id': event?.id, 'content-type': 'application/json' });
  expect(await desk.deliveries()).toMatchObject([{ status: 'delivered', attempts: 1, leaseOwner: null }]);
  expect(await desk.attempts()).toMatchObject([{ number: 1, status: 204, error: null }]);
});

test.each([
  ['a server error', answerWith(500, {}, 'broken'), { status: 500, answer: 'broken', error: null }],
  ['a refusal', answerWith(404), { status: 404, error: null }],
  ['no answer in time', () => {}, { status: null, error: 'No answer came in time.' }],
  [
    'a connection that breaks',
    (_request: Received, response: Parameters<Reply>[1]) => response.destroy(),
    { status: null, error: 'The connection was closed before an answer came.' },
  ],
])('after %s the delivery waits for its next attempt under the same id', async (_what, reply: Reply, kept) => {
  const merchant = await desk.receiver((request, response, count) =>
    (count === 1 ? reply : answerWith(200))(request, response, count),
  );
  await desk.queue(merchant);
  await desk.deliverTo(merchant, { timeoutMs: 300 });
  expect(await desk.attempts()).toMatchObject([kept]);
  expect(await desk.deliveries()).toMatchObject([
    { status: 'pending', attempts: 1, leaseOwner: null, nextAttemptAt: addSeconds(desk.clock.now(), retryDelays[0]) },
  ]);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(1);
  desk.clock.turn(retryDelays[0]);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(2);
  expect(new Set(merchant.received.map(idOf)).size).toBe(1);
  expect(await desk.deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }]);
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is a failure and is never followed', async (status) => {
  const elsewhere = await desk.receiver();
  const merchant = await desk.receiver(answerWith(status, { location: elsewhere.url }));
  await desk.queue(merchant);
  await desk.deliverTo([merchant, elsewhere]);
  expect(elsewhere.received).toEqual([]);
  const error = `The answer was ${status}, a redirect: redirects are not followed.`;
  expect(await desk.attempts()).toMatchObject([{ status, error }]);
});

test('at the end of the schedule a delivery is exhausted, with every attempt kept', async () => {
  const merchant = await desk.receiver(answerWith(503));
  await desk.queue(merchant);
  const start = desk.clock.now();
  for (const delay of retryDelays) {
    await desk.deliverTo(merchant);
    desk.clock.turn(delay - 1);
    await desk.deliverTo(merchant);
    desk.clock.turn(1);
  }
  expect(await desk.deliveries()).toMatchObject([{ status: 'pending' }]);
  await desk.deliverTo(merchant);
  expect(await desk.deliveries()).toMatchObject([{ status: 'exhausted', attempts: retryDelays.length + 1 }]);
  desk.clock.turn(30 * 86_400);
  await desk.deliverTo(merchant);
  const kept = await desk.attempts();
  expect(kept.map((one) => one.number)).toEqual([...retryDelays.keys(), retryDelays.length].map((index) => index + 1));
  expect(merchant.received).toHaveLength(retryDelays.length + 1);
  const span = (kept.at(-1)?.startedAt.getTime() ?? 0) - start.getTime();
  expect(span).toBeGreaterThanOrEqual(3 * 3600 * 1000);
});

test('a receiver that asks to be called later is called later', async () => {
  const merchant = await desk.receiver(answerWith(429, { 'retry-after': '90' }));
  await desk.queue(merchant);
  await desk.deliverTo(merchant);
  expect(await desk.deliveries()).toMatchObject([{ nextAttemptAt: addSeconds(desk.clock.now(), 90) }]);
});

test('the first 2,048 bytes of an answer are kept, without half characters or NUL', async () => {
  const merchant = await desk.receiver(answerWith(200, {}, `\0${'€'.repeat(100_000)}`));
  await desk.queue(merchant);
  await desk.deliverTo(merchant);
  expect((await desk.attempts())[0]?.answer).toBe('€'.repeat(682));
});

test('an answer that never ends counts by its status', async () => {
  const merchant = await desk.receiver((_request, response) => response.writeHead(200).write('thanks'));
  await desk.queue(merchant);
  await desk.deliverTo(merchant, { timeoutMs: 200 });
  expect(await desk.deliveries()).toMatchObject([{ status: 'delivered' }]);
  expect(await desk.attempts()).toMatchObject([{ status: 200, answer: 'thanks' }]);
});

test('an address that became private after it was saved is not dialled', async () => {
  const secretService = await desk.receiver();
  await makeEndpoint(desk.database.db, { merchantId: desk.merchantId, url: secretService.url });
  await emitOne(desk.ctx, desk.merchantId);
  await fanOut(desk.ctx);
  await desk.deliverTo([]);
  expect(secretService.received).toEqual([]);
  expect(await desk.attempts()).toMatchObject([
    { status: null, error: 'This address may not receive webhooks. It must start with https://.' },
  ]);
});

test('an unreadable secret is told in the attempt and does not stop the others', async () => {
  const merchant = await desk.receiver();
  const broken = await makeEndpoint(desk.database.db, { merchantId: desk.merchantId, url: merchant.url });
  await desk.database.db.update(endpoints).set({ secret: 'v1.a.b.c' }).where(eq(endpoints.id, broken.id));
  await desk.queue(merchant);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(1);
  expect((await desk.attempts()).map((one) => one.error).sort()).toEqual([
    'The signing secret of this endpoint cannot be read; rotate it or create the endpoint anew.',
    null,
  ]);
});

test('a kept connection that the receiver has closed costs no attempt', async () => {
  const merchant = await desk.receiver((_request, response) => {
    response
      .writeHead(200, { 'keep-alive': 'timeout=600' })
      .end(() => setImmediate(() => response.socket?.resetAndDestroy()));
  });
  await desk.queue(merchant, 20);
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  expect((await desk.deliveries()).filter((one) => one.status === 'delivered')).toHaveLength(20);
  expect((await desk.attempts()).every((one) => one.number === 1)).toBe(true);
});

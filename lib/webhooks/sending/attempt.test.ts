import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines, deliveries, endpoints } from '@/db/schema';
import { addSeconds } from '@/lib/kernel/clock';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint } from '@/lib/webhooks/testing/fixtures';
import { answerWith, type Received, type Reply } from '@/lib/webhooks/testing/receiver';
import { retryDelays, retrySchedule } from './retry';

const desk = webhookDesk();
const idOf = (request: Received) => request.headers['webhook-id'];

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

test('an endpoint that wants to be tried for longer is tried for longer', async () => {
  const merchant = await desk.receiver(answerWith(404));
  await desk.queue(merchant, 1, { retryHours: 8 });
  const waits = retrySchedule(8);
  for (const wait of waits) {
    await desk.deliverTo(merchant);
    expect(await desk.deliveries()).toMatchObject([{ status: 'pending' }]);
    desk.clock.turn(wait);
  }
  await desk.deliverTo(merchant);
  expect(await desk.deliveries()).toMatchObject([{ status: 'exhausted', attempts: waits.length + 1 }]);
});

test('every attempt is kept with what was sent, byte by byte', async () => {
  const merchant = await desk.receiver();
  await desk.queue(merchant);
  await desk.deliverTo(merchant);
  const [request] = merchant.received;
  const [kept] = await desk.attempts();
  expect(kept).toMatchObject({ method: 'POST', url: merchant.url, requestBody: request?.body });
  const { host, connection, 'content-length': _length, ...sent } = request?.headers ?? {};
  expect(kept?.requestHeaders).toEqual(sent);
});

const template =
  '?trans_uuid={trans_uuid}&user_uuid={user_uuid}&currency={currency}&coin_amount={coin_amount}&sid={sid}';

test.each(['nitro', 's2s'] as const)('to %s 204 is no success', async (dialect) => {
  const merchant = await desk.receiver(answerWith(204));
  const target = dialect === 's2s' ? merchant.url + template : merchant.url;
  await desk.queue({ url: target }, 1, { dialect });
  await desk.deliverTo(merchant);
  expect(await desk.deliveries()).toMatchObject([{ status: 'pending', tries: 1 }]);
});

test('410 pauses the endpoint, is told, and costs no try; what waits goes out when it is resumed', async () => {
  const merchant = await desk.receiver((_request, response, count) =>
    response.writeHead(count === 1 ? 410 : 200).end(),
  );
  const { id } = await desk.queue(merchant, 2, { alertEmail: 'ops@merchant.example' });
  await desk.deliverTo(merchant, { roomPerEndpoint: 1 });
  const [endpoint] = await desk.database.db.select().from(endpoints).where(eq(endpoints.id, id));
  expect(endpoint).toMatchObject({ status: 'paused', pauseReason: 'gone' });
  expect(await desk.deliveries()).toMatchObject([
    { status: 'pending', tries: 0, leaseOwner: null },
    { status: 'pending', tries: 0, leaseOwner: null },
  ]);
  expect(merchant.received).toHaveLength(1);
  const lines = await desk.database.db.select().from(auditLines).where(eq(auditLines.subjectId, id));
  expect(lines).toMatchObject([{ actorKind: 'system', action: 'endpoint.paused', detail: { pauseReason: 'gone' } }]);
  expect(await desk.mails()).toMatchObject([{ recipient: 'ops@merchant.example', merchantId: desk.merchantId }]);
  await desk.database.db.update(endpoints).set({ status: 'active' }).where(eq(endpoints.id, id));
  await desk.deliverTo(merchant);
  expect(await desk.deliveries()).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
});

test('many answers of 410 at once pause the endpoint once', async () => {
  const merchant = await desk.receiver(answerWith(410));
  const { id } = await desk.queue(merchant, 12, { alertEmail: 'ops@merchant.example' });
  await desk.deliverTo(merchant);
  expect(await desk.database.db.select().from(auditLines).where(eq(auditLines.subjectId, id))).toHaveLength(1);
  expect(await desk.mails()).toHaveLength(1);
  expect((await desk.deliveries()).every((one) => one.status === 'pending' && one.tries === 0)).toBe(true);
});

test('a delivery that is resent while an attempt is under way keeps its new schedule', async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: resent, resolve: answer } = Promise.withResolvers<void>();
  const merchant = await desk.receiver(async (_request, response) => {
    ask();
    await resent;
    response.writeHead(404).end();
  });
  await desk.queue(merchant);
  await desk.database.db.update(deliveries).set({ tries: retryDelays.length });
  const sending = desk.deliverTo(merchant);
  await asked;
  desk.clock.turn(1);
  const again = desk.clock.now();
  await desk.database.db.update(deliveries).set({ tries: 0, startedAt: again, nextAttemptAt: again });
  answer();
  await sending;
  expect(await desk.deliveries()).toMatchObject([{ status: 'pending', tries: 0, attempts: 1, nextAttemptAt: again }]);
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

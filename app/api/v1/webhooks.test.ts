import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { merchants } from '@/db/schema';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import * as events from './events/route';
import * as delivery from './webhook-deliveries/[id]/route';
import * as deliveries from './webhook-deliveries/route';
import * as resend from './webhook-endpoints/[id]/resend/route';
import * as rotateSecret from './webhook-endpoints/[id]/rotate-secret/route';
import * as endpoint from './webhook-endpoints/[id]/route';
import * as testEndpoint from './webhook-endpoints/[id]/test/route';
import * as verifySample from './webhook-endpoints/[id]/verify-sample/route';
import * as endpoints from './webhook-endpoints/route';

/** The webhook desk as a merchant's engineer meets it: over HTTP, with bodies as they are typed. */
const portal = testPortal();
let merchant: TestMerchant;

beforeAll(async () => {
  merchant = await portal.newMerchant();
});

type Options = { body?: unknown; id?: string; key?: string; path?: string };

type Sent = 'GET' | 'POST' | 'PATCH';

async function send(method: Sent, route: Record<Sent, RouteHandler>, options: Options = {}) {
  const { body, id, key, path } = options;
  const answer = await call(route[method], {
    ...{ method, body, path, apiKey: merchant.apiKey },
    ...(id && { params: { id } }),
    ...(key && { headers: { 'Idempotency-Key': key } }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const create = (change: object = {}, key?: string) =>
  send('POST', endpoints, { body: { url: 'https://1.1.1.1/hook', ...change }, key });

test('a body without wishes makes a signed endpoint of the standard', async () => {
  const { status, body } = await create();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ dialect: 'standard', signing: 'hmac', events: ['*'], status: 'active', ordered: false, retry_hours: 4 },
    ...{ headers: [], rotation: null, public_key: null, pause_reason: null },
    health: { state: 'working', pending: 0, exhausted: 0 },
  });
});

test.each([
  [{ dialect: 'nitro', signing: 'ed25519' }, 'invalid_request', 'signing'],
  [{ dialect: 's2s' }, 'target_refused', 'url'],
  [{ url: 'https://10.0.0.1/' }, 'target_refused', 'url'],
  [{ headers: { Host: 'x' } }, 'invalid_request', 'headers.Host'],
  [{ headers: { 'X-Ok': 'line\nbreak' } }, 'invalid_request', 'headers.X-Ok'],
  [{ retry_hours: 73 }, 'invalid_request', 'retry_hours'],
  [{ notice_email: 'nobody' }, 'invalid_request', 'notice_email'],
  [{ events: ['payout.paid'] }, 'invalid_request', 'events.0'],
])('%j is refused with %s at %s', async (change, code, field) => {
  const { status, body } = await create(change);
  expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, code, field]);
});

test('an Idempotency-Key makes one endpoint and one rotation, and every repetition learns of the same secret', async () => {
  const first = await create({}, 'make-1');
  const again = await create({}, 'make-1');
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const rotate = () => send('POST', rotateSecret, { id: first.body.id, body: {}, key: 'rotate-1' });
  const rotated = await rotate();
  expect(rotated.body.rotation.previous_until).toMatch(/Z$/);
  expect((await rotate()).body).toEqual(rotated.body);
  const shown = await send('GET', endpoint, { id: first.body.id });
  expect(JSON.stringify(shown.body)).not.toContain('whsec_');
});

test('a test event can be sent, listed and read', async () => {
  const { body: made } = await create();
  const sent = await send('POST', testEndpoint, { id: made.id, body: { status: 'failed' } });
  expect(sent).toMatchObject({
    status: 201,
    body: { status: 'pending', event: { type: 'payout.failed', test: true } },
  });
  const listed = await send('GET', deliveries, { path: `${deliveries.GET.path}?endpoint=${made.id}` });
  expect(listed.body.data).toEqual([sent.body]);
  const read = await send('GET', delivery, { id: sent.body.id });
  expect(read.body).toEqual({ ...sent.body, log: [] });
  const pulled = await send('GET', events);
  expect(pulled.body).toEqual({ data: [], next_cursor: '0', next_after: 0, has_more: false });
});

test('a paused endpoint says so when it is tested', async () => {
  const { body: made } = await create();
  await send('PATCH', endpoint, { id: made.id, body: { status: 'paused' } });
  const { status, body } = await send('POST', testEndpoint, { id: made.id, body: {} });
  expect([status, body.code]).toEqual([409, 'endpoint_state']);
});

test.each([
  [{}, 'from'],
  [{ from: 'yesterday' }, 'from'],
  [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'to'],
  [{ from: '2026-01-02T00:00:00Z', after: 9 }, 'after'],
])('the range %j is refused at %s', async (range, field) => {
  const { body: made } = await create();
  const { status, body } = await send('POST', resend, { id: made.id, body: range });
  expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'invalid_request', field]);
});

test('samples are checked in test mode only', async () => {
  const { body: made } = await create();
  const check = () => send('POST', verifySample, { id: made.id, body: { body: '{}' } });
  expect(await check()).toMatchObject({ status: 200, body: { matches: null } });
  const live = (testMode: boolean) =>
    portal.db.update(merchants).set({ testMode }).where(eq(merchants.id, merchant.merchantId));
  await live(false);
  expect(await check()).toMatchObject({ status: 403, body: { code: 'test_mode_only' } });
  await live(true);
});

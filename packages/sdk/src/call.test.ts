import { once } from 'node:events';
import http from 'node:http';
import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { Drawbridge, isProblem, NoAnswerError, ProblemError, requestIdOf } from './drawbridge';

/** A portal that answers as it is told, over real HTTP; null cuts the connection, 'half' cuts the answer, 'never' is silence. */

type Told = number | null | 'half' | 'never' | { status: number; body?: object; headers?: Record<string, string> };
type Seen = { method: string; url: string; key: string | undefined; body: string; at: number };

const payout = { recipient: { type: 'anyone' as const }, amount: '1', asset: 'USDT', chain: 'local' as const };

const servers: http.Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function portal(...told: Told[]) {
  const seen: Seen[] = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, key: headers['idempotency-key']?.toString(), body, at: performance.now() });
    const next = told.length > 1 ? told.shift() : told[0];
    if (next === 'never') return;
    if (next == null) return response.destroy();
    const answer = typeof next === 'object' ? next : { status: next === 'half' ? 200 : next };
    const known = { 'content-type': 'application/json', 'x-request-id': `req_${seen.length}`, ...answer.headers };
    const text = JSON.stringify(answer.body ?? { id: 'po_1', detail: 'The portal says so.' });
    response.writeHead(answer.status, { ...known, ...(next === 'half' && { 'content-length': '1000' }) });
    if (next === 'half') response.write(text, () => response.destroy());
    else response.end(answer.status === 204 ? undefined : text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const baseUrl = `http://127.0.0.1:${Object(server.address()).port}`;
  const make = (more = {}) => new Drawbridge({ apiKey: 'db_test_key', baseUrl, ...more });
  return { seen, make, baseUrl, server, drawbridge: make() };
}

const create = (drawbridge: Drawbridge, options = {}) =>
  drawbridge.payouts.create({ ...payout, reference: 'order-1' }, options);
const failed = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

describe.concurrent('a call', () => {
  test.each([
    ['a connection that is cut', null],
    ['an answer that is cut off', 'half' as const],
    ['a server that took too long to read', 408],
    ['a fault of the portal', 500],
    ['a proxy without a portal behind it', 502],
    ['a first request that still runs', { status: 409, body: { code: 'idempotency_in_progress' } }],
    ['too many requests', 429],
  ])('is sent again after %s, under the same key of its own', async (_what, trouble) => {
    const { seen, drawbridge } = await portal(trouble, trouble, 201);
    const made = await create(drawbridge);
    expect(made.id).toBe('po_1');
    expect(requestIdOf(made)).toBe('req_3');
    expect(seen).toHaveLength(3);
    expect(seen[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(seen.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  });

  test('waits as long as the portal asks, and asks nothing more where that is too long', async () => {
    const { seen, drawbridge } = await portal({ status: 429, headers: { 'retry-after': '2' } }, 201);
    await create(drawbridge);
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThan(1_900);
    const busy = await portal({ status: 429, headers: { 'retry-after': '3600' }, body: { code: 'rate_limited' } });
    const error = await failed(create(busy.drawbridge));
    expect(error).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 3600,
      attempts: 1,
      mayHaveSucceeded: false,
    });
    expect(busy.seen).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 409, 410, 422])('is not sent again after a clear no: %i', async (status) => {
    const body = { code: 'reference_taken', detail: 'You have one.', field: 'reference', payout_id: 'po_9' };
    const { seen, drawbridge } = await portal({ status, body });
    const error = await failed(create(drawbridge, { idempotencyKey: 'mine' }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(isProblem(error, 'reference_taken')).toBe(true);
    expect(isProblem(error, 'rate_limited')).toBe(false);
    expect(error).toMatchObject({
      ...{ status, message: 'You have one.', field: 'reference', problem: { payout_id: 'po_9' }, attempts: 1 },
      ...{ requestId: 'req_1', idempotencyKey: 'mine', mayHaveSucceeded: false },
    });
    expect(seen.map(({ key }) => key)).toEqual(['mine']);
  });

  test('that never got an answer says so, and under which key to ask again', async () => {
    const { seen, drawbridge } = await portal(null);
    const error = await failed(create(drawbridge));
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(error).toMatchObject({ reason: 'network', attempts: 3, mayHaveSucceeded: true, requestId: null });
    expect(error).toMatchObject({
      idempotencyKey: seen[0]?.key,
      message: expect.stringContaining('may have succeeded'),
    });
    expect(await failed(drawbridge.payouts.get('po_1'))).toMatchObject({ attempts: 3, mayHaveSucceeded: false });
  });

  test('stays in doubt after a later refusal that is not about it, and is out of doubt after one that is', async () => {
    const inDoubt = await portal(null, 401);
    expect(await failed(create(inDoubt.drawbridge))).toMatchObject({ status: 401, mayHaveSucceeded: true });
    const clear = await portal(null, 422);
    expect(await failed(create(clear.drawbridge))).toMatchObject({ status: 422, mayHaveSucceeded: false });
    // A second delete finds nothing where the first one did its work.
    const gone = await portal(null, 404);
    const deletion = await failed(gone.drawbridge.webhookEndpoints.delete('we_1'));
    expect(deletion).toMatchObject({ status: 404, mayHaveSucceeded: true });
  });

  test('that no key makes safe to repeat is sent once, unless it was refused before it began', async () => {
    const lost = await portal(null);
    const error = await failed(lost.drawbridge.payouts.resendInvitation('po_1'));
    expect(error).toMatchObject({ attempts: 1, mayHaveSucceeded: true, idempotencyKey: null });
    const later = await portal(429, { status: 200, body: { data: [] } });
    await later.drawbridge.payouts.resendInvitation('po_1');
    expect(later.seen.map(({ key }) => key)).toEqual([undefined, undefined]);
  });

  test('ends when its time is over, and when its caller wants no more', async () => {
    const { make, server } = await portal('never');
    expect(await failed(create(make({ timeout: 40, maxRetries: 1 })))).toMatchObject({
      reason: 'timeout',
      attempts: 2,
    });
    const patient = await portal(201);
    expect((await create(patient.make({ timeout: Number.POSITIVE_INFINITY, maxRetries: 0 }))).id).toBe('po_1');
    expect((await create(patient.make({ timeout: 2 ** 40, maxRetries: 0 }))).id).toBe('po_1');
    const stop = new AbortController();
    server.once('request', () => stop.abort());
    const waiting = failed(create(make(), { signal: stop.signal }));
    expect(await waiting).toMatchObject({ reason: 'aborted', attempts: 1, mayHaveSucceeded: true });
  });

  test('never follows a redirect, which would carry the key with it', async () => {
    const other = await portal(201);
    const headers = { location: `${other.baseUrl}/api/v1/payouts` };
    const { drawbridge } = await portal({ status: 307, headers });
    expect(await failed(create(drawbridge))).toMatchObject({ status: 307, code: null, attempts: 1 });
    expect(other.seen).toEqual([]);
  });

  test('names what it is about in its address, whichever letters it has, and leaves out what is not asked', async () => {
    const { seen, drawbridge } = await portal({ status: 200, body: { data: [], next_cursor: null } });
    await drawbridge.payouts.list({ reference: 'a&b=ü', status: undefined });
    await drawbridge.payouts.get('../keys?x');
    expect(seen.map(({ url }) => url)).toEqual([
      '/api/v1/payouts?reference=a%26b%3D%C3%BC',
      '/api/v1/payouts/..%2Fkeys%3Fx',
    ]);
  });

  test.each(['', ' ', 'a\nb', 'ä', 'k'.repeat(256)])(
    'under the key %j, which no header carries, is not sent',
    async (key) => {
      const { seen, drawbridge } = await portal(null);
      expect(await failed(drawbridge.rewards.redeem('ann', {}, { idempotencyKey: key }))).toBeInstanceOf(TypeError);
      expect(seen).toEqual([]);
    },
  );

  test.each(['', '.', '..'])('about what is named %j, which would lead elsewhere, is not sent', async (id) => {
    const { seen, drawbridge } = await portal(200);
    expect(await failed(drawbridge.rewards.getUser(id))).toBeInstanceOf(TypeError);
    expect(seen).toEqual([]);
  });

  test('for a list reads page after page, and the first one alone where that is all that is wanted', async () => {
    const page = (id: string, next_cursor: string | null) => ({ status: 200, body: { data: [{ id }], next_cursor } });
    const { seen, drawbridge } = await portal(page('a', '2'), page('b', '3'), page('c', null), page('a', '2'));
    const ids: string[] = [];
    for await (const { id } of drawbridge.payouts.list({ limit: 1 })) ids.push(id);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(seen.map(({ url }) => url.split('?')[1])).toEqual(['limit=1', 'limit=1&cursor=2', 'limit=1&cursor=3']);
    expect(await drawbridge.payouts.list()).toMatchObject({ next_cursor: '2' });
    expect(seen).toHaveLength(4);
  });

  test('for events ends where the portal has no more, and tells after which place', async () => {
    const page = (n: number, has_more: boolean) => ({
      status: 200,
      body: { data: [{ sequence: n }], next_cursor: `c${n}`, next_after: n, has_more },
    });
    const { drawbridge } = await portal(page(1, true), page(2, false));
    const reached: string[] = [];
    for await (const { next_cursor } of drawbridge.events.list({ after: 0 }).pages()) reached.push(next_cursor);
    expect(reached).toEqual(['c1', 'c2']);
  });
});

test('no error shows the API key: one that no header carries is refused before it is used', async () => {
  const make = () => new Drawbridge({ apiKey: 'db_live_secret\nx', baseUrl: 'https://x.example' });
  expect(make).toThrow('line break');
  expect(make).not.toThrow('secret');
  const { drawbridge, seen } = await portal(null);
  const shown = inspect(await failed(drawbridge.payouts.get('po_1')), { depth: null });
  expect([seen.length, shown.includes('db_test_key')]).toEqual([3, false]);
});

test('a client without a key or an address is told at once', () => {
  expect(() => new Drawbridge({ apiKey: '', baseUrl: 'https://x.example' })).toThrow('apiKey');
  expect(() => new Drawbridge({ apiKey: 'k', baseUrl: 'x.example' })).toThrow('baseUrl');
});

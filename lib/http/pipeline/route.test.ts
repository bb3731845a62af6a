import { describe, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { goodNote, notes } from '@/lib/http/testing/notes';
import { call, testPortal } from '@/lib/http/testing/test-portal';

const portal = testPortal();

const good = goodNote;

async function post(body: unknown, extra: { headers?: Record<string, string>; apiKey?: string } = {}) {
  const { apiKey } = await portal.newMerchant();
  const answer = await call(notes.POST, { method: 'POST', apiKey, body, ...extra });
  const text = await answer.text();
  return { answer, json: JSON.parse(text), text };
}

describe('an answer', () => {
  test('has the declared status, only declared members, a request id, and is never cached', async () => {
    const { answer, json } = await post(good);
    expect(answer.status).toBe(201);
    expect(Object.keys(json)).toEqual(['amount', 'merchant']);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('a problem', () => {
  test('is an RFC 9457 document with its code, request id, field and further facts', async () => {
    const { answer, json } = await post({ ...good, amount: 'refusal' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(json).toEqual({
      type: 'http://localhost:3000/docs/errors#amount_too_small',
      title: 'The amount is too small',
      status: 422,
      detail: 'At least 1.00.',
      instance: answer.headers.get('x-request-id'),
      code: 'amount_too_small',
      field: 'amount',
      errors: [{ field: 'amount', detail: 'At least 1.00.', pointer: '#/amount' }],
      minimum: '1.00',
    });
  });

  test('of our own making tells nothing but the request id', async () => {
    const { answer, json, text } = await post({ ...good, amount: 'bug' });
    expect(answer.status).toBe(500);
    expect(json.code).toBe('internal');
    expect(text).not.toContain('secret');
    expect(json.detail).toContain(answer.headers.get('x-request-id'));
  });

  test.each([
    ['chain', 'chain_unavailable'],
    ['database', 'unavailable'],
  ])('for a %s that cannot be reached is a 503 that says when to come back', async (amount, code) => {
    const { answer, json } = await post({ ...good, amount });
    expect([answer.status, json.code, answer.headers.get('retry-after')]).toEqual([503, code, '5']);
  });
});

test('a database that is gone is a problem at once, each time, and tells nothing of itself', async () => {
  const gone = connect('postgres://nobody@127.0.0.1:1/none', 2);
  globalThis.drawbridgeConnection = gone;
  const started = performance.now();
  for (let sent = 0; sent < 10; sent++) {
    const answer = await call(notes.GET, { params: { id: '1' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(await answer.text()).not.toMatch(/127\.0\.0\.1|ECONN|select|at /);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
  globalThis.drawbridgeConnection = portal;
  await gone.close();
});

describe('who may call', () => {
  test.each([
    ['no key', {}, 'Bearer realm="Drawbridge"'],
    [
      'an unknown key',
      { Authorization: `Bearer db_test_${'x'.repeat(43)}` },
      'Bearer realm="Drawbridge", error="invalid_token"',
    ],
    ['another scheme', { Authorization: 'Basic YTpi' }, 'Bearer realm="Drawbridge", error="invalid_token"'],
  ])('is asked for a key when there is %s', async (_title, headers, challenge) => {
    const answer = await call(notes.POST, { method: 'POST', body: good, headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(challenge);
    expect((await answer.json()).code).toBe('unauthenticated');
  });

  test('is refused when the key lacks the scope', async () => {
    const { apiKey } = await portal.newMerchant({ scopes: ['payouts:read'] });
    const answer = await call(notes.POST, { method: 'POST', body: good, apiKey });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden']);
  });

  test('is known before anything of the body is read', async () => {
    const answer = await call(notes.POST, { method: 'POST', body: '{' });
    expect(answer.status).toBe(401);
  });
});

describe('an address', () => {
  test('answers methods that it does not offer with a problem and the ones it does', async () => {
    const answer = await call(notes.DELETE, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect((await answer.json()).code).toBe('method_not_allowed');
  });

  test('takes the method of the first line, and no other one that is asked for beside it', async () => {
    const headers = { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST', 'X-HTTP-Method': 'POST' };
    const answer = await call(notes.GET, { params: { id: '1' }, path: '/notes/1?_method=POST', headers });
    expect([answer.status, (await answer.json()).field]).toEqual([422, '_method']);
    expect((await call(notes.GET, { params: { id: '1' }, headers })).status).toBe(200);
  });

  test('answers HEAD like GET, without a body', async () => {
    const answer = await call(notes.HEAD, { method: 'HEAD', params: { id: '1' } });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test('does not exist when its parameter has another form', async () => {
    const answer = await call(notes.GET, { params: { id: 'x' } });
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
  });

  test('for claimants may be called from any page, without credentials', async () => {
    const answer = await call(notes.GET, { params: { id: '1' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    const preflight = await call(notes.OPTIONS, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'Content-Type']);
  });
});

describe('a query', () => {
  test('is read by its schema', async () => {
    const answer = await call(notes.GET, { path: '/notes/1?limit=7', params: { id: '1' } });
    expect(await answer.json()).toEqual({ id: '1', limit: 7 });
  });

  test.each([['limit=11'], ['limit=x'], ['limit=1&limit=2'], ['other=1'], ['limit=%00']])(
    '%s is refused',
    async (query) => {
      const answer = await call(notes.GET, { path: `/notes/1?${query}`, params: { id: '1' } });
      const json = await answer.json();
      expect([answer.status, json.code]).toEqual([422, 'invalid_request']);
      expect(json.errors[0]).not.toHaveProperty('pointer');
    },
  );
});

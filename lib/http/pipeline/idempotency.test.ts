import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { idempotencyKeys } from '@/db/schema';
import { createApiKey } from '@/lib/access/api-keys';
import { pageContext } from '@/lib/http/pages/page-context';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { Refusal } from '@/lib/kernel/errors';
import { forgetRequests } from './forget-requests';
import { lockSeconds } from './idempotency';
import { resource } from './resource';
import { route } from './route';

const portal = testPortal();
afterEach(() => vi.useRealTimers());

/** Each run of the operation takes the next of these; the answer tells how many runs there were. */
const script: (() => Promise<void>)[] = [];
let runs = 0;
let requestKey: string | undefined;

const jobs = resource('/jobs', {
  POST: route(
    {
      id: 'createJob',
      summary: 'Start a job',
      tag: 'Portal',
      permission: { scope: 'payouts:write' },
      body: z.strictObject({ name: z.string(), note: z.string().optional() }),
      returns: z.object({ run: z.number(), secret: z.string() }),
      status: 201,
      refuses: ['amount_too_small', 'chain_unavailable', 'transfer_in_progress'],
      idempotent: true,
    },
    async (ctx) => {
      runs += 1;
      requestKey = ctx.requestKey;
      await script.shift()?.();
      return { run: runs, secret: 'claim-link-token' };
    },
  ),
});

const refuse = (code: ConstructorParameters<typeof Refusal>[0]) => async () => {
  throw new Refusal(code);
};

async function merchant() {
  const { apiKey, merchantId } = await portal.newMerchant();
  const send = (key: string, body: unknown = { name: 'a' }) =>
    call(jobs.POST, { method: 'POST', apiKey, body, headers: { 'Idempotency-Key': key } });
  return { send, merchantId };
}

test('the same request gets the first answer again, quoted key or not, and runs once', async () => {
  const { send } = await merchant();
  const first = await send('k-1', { name: 'a', note: 'b' });
  const again = await send('"k-1"', '{ "note":"b",  "name":"a" }');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.text()).toBe(await first.text());
  expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
});

test('a refusal that is final is the answer for every repetition', async () => {
  const { send } = await merchant();
  script.push(refuse('amount_too_small'));
  const first = await send('k');
  const again = await send('k');
  expect([first.status, again.status, again.headers.get('content-type')]).toEqual([
    422,
    422,
    'application/problem+json',
  ]);
  expect(await again.json()).toEqual(await first.json());
});

test('the key with another body is refused, also after a run that failed', async () => {
  const { send } = await merchant();
  script.push(refuse('chain_unavailable'));
  await send('k');
  const other = await send('k', { name: 'b' });
  expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency_key_reused']);
  expect((await send('k')).status).toBe(201);
});

test.each(['chain_unavailable', 'transfer_in_progress', 'internal'] as const)(
  '%s is not kept: the retry runs',
  async (code) => {
    const { send } = await merchant();
    script.push(refuse(code));
    expect((await send('k')).status).toBeGreaterThanOrEqual(409);
    expect((await send('k')).status).toBe(201);
  },
);

test('a request that is refused by its form keeps nothing: mended, it may use the same key', async () => {
  const { send } = await merchant();
  expect((await send('k', { name: 1 })).status).toBe(422);
  expect((await send('k', { name: 'a' })).status).toBe(201);
});

test('while the first is running, the second is told to wait', async () => {
  const { send } = await merchant();
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  script.push(async () => {
    begun.resolve();
    await gate.promise;
  });
  const first = send('k');
  await begun.promise;
  const second = await send('k');
  expect([second.status, (await second.json()).code, second.headers.get('retry-after')]).toEqual([
    409,
    'idempotency_in_progress',
    '1',
  ]);
  gate.resolve();
  expect((await first).status).toBe(201);
});

test('fifty at once run once', async () => {
  const { send } = await merchant();
  const before = runs;
  const answers = await Promise.all(Array.from({ length: 50 }, () => send('k')));
  expect(runs - before).toBe(1);
  expect(answers.filter((answer) => answer.status === 201 && !answer.headers.has('idempotent-replayed'))).toHaveLength(
    1,
  );
  expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true);
});

test('a run whose process died is taken over once its lock has lapsed, with the same request key', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { send } = await merchant();
  const died = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  script.push(async () => {
    begun.resolve();
    await died.promise;
  });
  const first = send('k');
  await begun.promise;
  const firstKey = requestKey;
  vi.advanceTimersByTime((lockSeconds - 1) * 1000);
  expect((await send('k')).status).toBe(409);
  vi.advanceTimersByTime(2000);
  const second = await send('k');
  expect([second.status, requestKey]).toEqual([201, firstKey]);
  died.resolve();
  await first;
  expect(await (await send('k')).json()).toEqual(await second.json());
});

test('what is kept of an answer cannot be read without the key', async () => {
  const { send, merchantId } = await merchant();
  await send('k-secret');
  const [row] = await portal.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.merchantId, merchantId));
  expect(row?.status).toBe(201);
  expect(JSON.stringify(row)).not.toMatch(/claim-link-token|k-secret/);
});

test('the key at another address is another request, and is refused', async () => {
  const { apiKey } = await portal.newMerchant();
  const send = (path: string) =>
    call(jobs.POST, { method: 'POST', path, apiKey, body: { name: 'a' }, headers: { 'Idempotency-Key': 'k' } });
  expect((await send('/jobs')).status).toBe(201);
  const other = await send('/jobs/elsewhere');
  expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency_key_reused']);
});

test('what is kept is given only to a caller who may ask for it now', async () => {
  const { apiKey, merchantId, keyId } = await portal.newMerchant();
  const wanted = { merchantId, name: 'reader', scopes: ['payouts:read'], now: new Date() } as const;
  const { key: reader } = await createApiKey(portal.db, wanted);
  const send = (by: string) =>
    call(jobs.POST, { method: 'POST', apiKey: by, body: { name: 'a' }, headers: { 'Idempotency-Key': 'k' } });
  expect((await send(apiKey)).status).toBe(201);
  expect((await send(reader)).status).toBe(403);
  await portal.sql`update api_keys set revoked_at = now() where id = ${keyId}`;
  const revoked = await send(apiKey);
  expect(revoked.status).toBe(401);
  expect(await revoked.text()).not.toContain('claim-link-token');
});

test('two merchants may use the same key', async () => {
  const [one, other] = [await merchant(), await merchant()];
  const first = await (await one.send('k')).json();
  const second = await (await other.send('k', { name: 'b' })).json();
  expect(second.run).toBe(first.run + 1);
});

test.each([[''], ['é'], ['x'.repeat(256)]])(
  'a key that is not 1 to 255 printable characters is refused',
  async (key) => {
    const { send } = await merchant();
    const answer = await send(key);
    expect([answer.status, (await answer.json()).field]).toEqual([422, 'Idempotency-Key']);
  },
);

test('a key is free again after thirty days, and the job forgets it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { send, merchantId } = await merchant();
  await send('k');
  vi.advanceTimersByTime(30 * 86_400_000 + 1000);
  expect((await send('k', { name: 'b' })).status).toBe(201);
  vi.advanceTimersByTime(30 * 86_400_000 + 1000);
  await forgetRequests.run(pageContext());
  expect(await portal.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.merchantId, merchantId))).toEqual([]);
});

import { beforeAll, expect, test } from 'vitest';
import { coindirectPayouts, rateCounts } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { insertDoorKey } from '@/lib/doors/keys/store';
import { type Asking, ask, type HawkKey, hawkHeader } from '@/lib/doors/testing/coindirect-client';
import { pageContext } from '@/lib/http/pages/page-context';
import { forgetRequests } from '@/lib/http/pipeline/forget-requests';
import { testPortal } from '@/lib/http/testing/test-portal';
import { seal } from '@/lib/kernel/secrets';
import * as accept from './[uuid]/accept/route';
import * as hosted from './[uuid]/route';
import * as payments from './summary/route';
import * as validation from './validate/route';

/** Who is let in by Hawk at Coindirect's addresses, and what of it is counted. */
const portal = testPortal();
const path = '/api/v1/pay/summary?offset=0&q=a%20b';
const secret = 'XVNjIiG8ePzqCsQ20qk0ChIvQJpG7S0GQq5MSkEhTdSBxGMmoI82S4n0O188F9Eo';

async function newKey(id: string, requestsPerMinute = 100_000): Promise<HawkKey> {
  const { merchantId, keyId } = await portal.newMerchant({ requestsPerMinute });
  const row = { keyId, merchantId, door: 'coindirect', publicId: id, settings: { merchant_id: 'shop' } } as const;
  await portal.db.transaction((tx) => insertDoorKey(tx, { ...row, secret: seal(secret, keyId) }));
  return { id, key: secret };
}

let key: HawkKey;
beforeAll(async () => {
  key = await newKey('shop-key');
});

const list = (asking: Partial<Asking> = {}) => ask(payments, { path, key, ...asking });

const ways: [string, Partial<Asking>][] = [
  ['with its query', {}],
  ['without its query', { withoutQuery: true }],
  ['with a hash of its body', { withHash: true }],
  ['by a client that names the port of https', { base: 'https://localhost' }],
  ['by a client that names the port of http', { base: 'http://localhost:80' }],
  ['fourteen minutes late', { skewSeconds: -14 * 60 }],
];
test.each(ways)('a request that is signed %s is answered', async (_how, asking) => {
  expect(await list(asking)).toMatchObject({ status: 200, json: [] });
});

test('the same request is answered once, to one of twenty at the same moment, and 429 ever after', async () => {
  const authorization = hawkHeader({ path, key });
  const again = () => ask(payments, { path, authorization });
  const statuses = (await Promise.all(Array.from({ length: 20 }, again))).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 429)]);
  expect((await again()).json.errorList[0].code).toBe('rate_limited');
  const other = await newKey('another-key');
  const same = { path, key, nonce: 'same', skewSeconds: -60 };
  const headers = [same, { ...same, skewSeconds: -120 }, { ...same, key: other }].map((asking) => hawkHeader(asking));
  const statusOf = async (header: string) => (await ask(payments, { path, authorization: header })).status;
  for (const header of headers) expect([await statusOf(header), await statusOf(header)]).toEqual([200, 429]);
});

test.each([-16, 16])('a clock that is %d minutes off is told the time, and proved it', async (minutes) => {
  const { status, headers, json } = await list({ skewSeconds: minutes * 60 });
  expect([status, json.code]).toEqual([401, 'unauthenticated']);
  expect(headers.get('www-authenticate')).toMatch(/^Hawk ts="\d{10}", tsm="[\w+/]{43}=", error="Stale timestamp"$/);
});

test('another secret, an unknown or revoked key, another body and no signature at all are refused', async () => {
  const revoked = await newKey('revoked-key');
  await portal.sql`update api_keys set revoked_at = now() where id = (select key_id from door_keys where public_id = 'revoked-key')`;
  const signedBody = { path: '/api/v1/pay/summary', key, method: 'POST', withHash: true } as const;
  const moved = hawkHeader(signedBody, '{"amount":1}');
  const answers = [
    await list({ key: { ...key, key: `${secret}x` } }),
    await list({ key: { ...key, id: 'nobody' } }),
    await list({ key: revoked }),
    await list({ base: 'https://evil.example.com' }),
    await list({ key: undefined }),
    await list({ key: undefined, authorization: 'Bearer db_test_x' }),
    await ask(payments, { ...signedBody, key: undefined, authorization: moved, body: '{"amount":9}' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 401]);
  for (const { json, headers } of answers.slice(0, 6)) {
    expect(json.errorList).toHaveLength(1);
    expect(headers.get('www-authenticate')).toMatch(/^Hawk/);
  }
});

test('a key counts as used once its holder is proved, and not as it is named', async () => {
  const fresh = await newKey('fresh-key');
  const usedAt = async () =>
    (await portal.sql`select last_used_at from api_keys join door_keys on key_id = id where public_id = 'fresh-key'`)[0]
      ?.last_used_at;
  const late = hawkHeader({ path, key: fresh, skewSeconds: -16 * 60 });
  expect((await list({ key: { ...fresh, key: 'wrong' } })).status).toBe(401);
  expect((await ask(payments, { path, authorization: late })).status).toBe(401);
  // What those two noted would be written by now: this waits for the same row.
  await portal.sql`update api_keys set name = name where id = (select key_id from door_keys where public_id = 'fresh-key')`;
  expect(await usedAt()).toBeNull();
  expect((await list({ key: fresh })).status).toBe(200);
  await expect.poll(usedAt).toEqual(expect.any(String));
});

test('what was signed long ago is forgotten, and nothing that could still come again', async () => {
  await portal.sql`truncate hawk_nonces`;
  await list();
  await list({ skewSeconds: -14 * 60 });
  await portal.sql`insert into hawk_nonces select key_id, seconds - 3600, nonce_hash from hawk_nonces`;
  await forgetRequests.run(pageContext());
  expect(await portal.sql`select from hawk_nonces`).toHaveLength(2);
});

test('no header, however odd, is answered with a fault of ours', async () => {
  const letters = [...' ",=\\é/+Hawkidtsnoncemac0123456789'];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const odd = (turn: number) => {
    const chars = [...hawkHeader({ path, key, nonce: `n${turn}` })];
    for (let change = next(5) + 1; change > 0; change--) {
      chars.splice(next(chars.length), next(4), letters[next(letters.length)] ?? '');
    }
    return chars.join('').trim();
  };
  const statuses = new Set<number>();
  for (let turn = 0; turn < byDepth({ quick: 100, deep: 10_000 }); turn++) {
    const from = `10.${next(256)}.${next(256)}.${next(256)}`;
    statuses.add((await ask(payments, { path, authorization: odd(turn), from })).status);
  }
  expect([...statuses].filter((status) => ![200, 401, 429].includes(status))).toEqual([]);
  expect(statuses).toContain(401);
});

test('each key and each address uses up its own share, guesses of a uuid that of their address', async () => {
  const slow = await newKey('slow-key', 2);
  const forged = { ...slow, key: 'wrong' };
  const uuid = crypto.randomUUID();
  const guess = (from: string) => ask(hosted, { path: `/api/v1/pay/${uuid}`, uuid, from });
  const open = (from: string) => ask(validation, { path: '/api/v1/pay/validate', method: 'PUT', body: {}, from });
  const [used, free] = ['203.0.113.50', '203.0.113.51'];
  for (const times of [1, 2, 3]) {
    expect([times, (await list({ key: forged, from: free })).status]).toEqual([times, 401]);
  }
  expect((await list({ key: slow, from: used })).status).toBe(200);
  const [row] = await portal.sql`select key_id from door_keys where public_id = 'slow-key'`;
  // As if both had asked all that they may, in a minute that does not turn in the middle.
  const windowStart = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 60_000);
  const spent = [`key:${row?.key_id}`, `address:${used}`].map((name) => ({ key: name, windowStart, count: 120 }));
  const set = { windowStart, count: 120 };
  await portal.db.insert(rateCounts).values(spent).onConflictDoUpdate({ target: rateCounts.key, set });
  expect((await list({ key: slow, from: free })).status).toBe(429);
  expect((await list({ from: used })).status).toBe(200);
  const answers = [await guess(used), await open(used), await list({ key: forged, from: used })];
  expect(answers.map(({ status }) => status)).toEqual([429, 429, 429]);
  expect([(await guess(free)).status, (await open(free)).status]).toEqual([404, 400]);
});

test('pages of any origin may ask what the hosted page asks, and nothing that is signed', async () => {
  const origins = [hosted, accept, validation, payments].map(async ({ OPTIONS }) => {
    const answer = await OPTIONS(new Request('http://localhost:3000/'), { params: Promise.resolve({}) });
    return [answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-methods')];
  });
  expect(await Promise.all(origins)).toEqual([
    ['*', 'GET, HEAD, OPTIONS'],
    ['*', 'PUT, OPTIONS'],
    ['*', 'PUT, OPTIONS'],
    [null, null],
  ]);
  expect(await portal.db.$count(coindirectPayouts)).toBe(0);
});

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as merchantStatus from '@/app/api/v1/getmerchantstatus/route';
import * as payoutData from '@/app/api/v1/getpayoutdata/[id]/route';
import * as payoutStatus from '@/app/api/v1/getpayoutstatus/[id]/route';
import { endpoints, keyPolicies, payouts } from '@/db/schema';
import { payoutEventTypes } from '@/db/vocabulary/events';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { demoAccount } from '@/demo/accounts';
import { revokeApiKey } from '@/lib/access/api-keys';
import { claimPayout } from '@/lib/claims/claim';
import { readTold } from '@/lib/desk/story/lines';
import { ownDoorKey } from '@/lib/doors/testing/own-door-key';
import { call } from '@/lib/http/testing/test-portal';
import { env } from '@/lib/kernel/env';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { rotateSecret } from '@/lib/webhooks/endpoints/rotate';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import { makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { type Receiver, startReceiver } from '@/lib/webhooks/testing/receiver';
import { sendTest } from '@/lib/webhooks/trial/send-test';
import * as route from './route';

/** Dex3's addresses, as a program that was written for Dex3 calls them. */
const world = testWorld();
const customer = demoAccount('customer').address;
type Key = Awaited<ReturnType<typeof ownDoorKey>>;
let key: Key;
let shop: Receiver;
let orders = 1000;

beforeAll(async () => {
  const { db } = world.database;
  globalThis.drawbridgeConnection = world.database;
  key = await ownDoorKey(db, {
    merchantId: world.merchantId,
    door: 'dex3',
    settings: { chain: 'local', asset: 'USDT' },
  });
  shop = await startReceiver();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${world.merchantId}@${shop.host}`);
});
beforeEach(() => {
  orders += 1;
});
afterEach(() => shop.received.splice(0));
afterAll(() => shop.close());

const sha256 = (...parts: unknown[]) => createHash('sha256').update(parts.join(''));
const form = (change: Record<string, unknown> = {}) => ({
  ...{ order_id: String(orders), productName: 'Withdrawal from Acme', amount: 2500, receiver_type: 'address' },
  ...{ receiver_value: customer.toLowerCase(), expiration: 0 },
  ...change,
});
type Form = ReturnType<typeof form> & Record<string, unknown>;
const sign = (body: Form, { publicId, secret }: Key, encoding: 'hex' | 'base64' = 'hex') =>
  sha256(body.order_id, publicId, body.amount, body.receiver_value, secret).digest(encoding);
const post = async (body: unknown, { publicId }: Pick<Key, 'publicId'> = key) => {
  const answer = await call(route.POST, { method: 'POST', body, headers: { merchant_public: publicId } });
  return { status: answer.status, headers: answer.headers, ...(await answer.json()) };
};
const create = (change: Record<string, unknown> = {}, by = key) => {
  const body = form(change);
  return post({ signature: sign(body, by), ...body }, by);
};
const made = async (change: Record<string, unknown> = {}): Promise<{ payout_id: string; link: string }> => {
  const { status, data, ...rest } = await create(change);
  expect([status, rest.state, rest.error]).toEqual([200, true, undefined]);
  return data;
};
const look = async (handler: typeof payoutData.GET, id = '', by: Pick<Key, 'publicId'> = key) => {
  const answer = await call(handler, { params: { id }, headers: { merchant_public: by.publicId } });
  return { status: answer.status, ...(await answer.json()) };
};
const statusOf = async (id: string) => (await look(payoutStatus.GET, id)).data;
const dataOf = async (id: string) => (await look(payoutData.GET, id)).data.payoutData;
const ours = (id: string) => id.replace(/^dex3/, 'po_');
const tokenOf = (link: string) => link.split('/p/')[1] ?? '';
const countOf = () => world.database.db.$count(payouts, eq(payouts.merchantId, world.merchantId));

async function deliver() {
  while (await fanOut(world.system()));
  const deliverer = createDeliverer({ sender: createSender({ rules: operatorRules, timeoutMs: 15_000 }) });
  await deliverer.deliverDue(world.system(), new AbortController().signal);
  await deliverer.settled();
}

test('a payout is created, received and completed, and its success is told at its own address, signed in the body', async () => {
  await made({ order_id: `before${orders}`, webhook: `${shop.url}/another` });
  const notes = '{"user_id": "3"}';
  const { payout_id, link } = await made({ webhook: `${shop.url}?order=${orders}`, notes, expiration: 3600 });
  expect(payout_id).toMatch(/^[0-9A-Za-z]{30}$/);
  expect(await look(payoutStatus.GET, payout_id)).toEqual({ status: 200, state: true, data: 'created' });
  const before = await dataOf(payout_id);
  expect(before).toEqual({
    ...{ payout_id, order_id: String(orders), productName: 'Withdrawal from Acme', amount: '2500', tokenName: 'USDT' },
    ...{ chainId: 31_337, receiver_type: 'address', receiver_value: customer.toLowerCase(), receiver: null },
    ...{ vaultAddress: demoAccount('vault').address, finalAmount: null, status: 'created', hash: null },
    ...{ expiration: 3600, webhook: `${shop.url}?order=${orders}`, created: expect.any(Number), notes },
  });

  const { transfer } = await claimPayout(world.claimant(), tokenOf(link), { address: customer });
  const hash = await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  expect(await statusOf(payout_id)).toBe('received');
  await deliver();
  expect(shop.received).toEqual([]);

  await world.settle();
  expect(await dataOf(payout_id)).toEqual({
    ...before,
    status: 'completed',
    hash,
    receiver: customer,
    finalAmount: '2450',
  });
  await deliver();
  const [message, ...more] = shop.received;
  expect([message?.method, message?.path, more]).toEqual(['POST', `/webhooks?order=${orders}`, []]);
  const body = JSON.parse(message?.body ?? '');
  expect(body).toMatchObject({
    ...{ payout_id, order_id: String(orders), productName: 'Withdrawal from Acme', amount: 2500, notes, hash },
    ...{ receiver_type: 'address', receiver_value: customer.toLowerCase(), receiver: customer, finalAmount: 2450 },
    ...{ expiration: 3600, status: 'completed' },
  });
  const told = await readTold(world.database.db, { merchantId: world.merchantId, id: ours(payout_id) });
  expect(JSON.stringify(told)).toContain(`"url":"${shop.url}?order=${orders}"`);
  const { publicId, secret } = key;
  expect(body.signature).toBe(sha256(orders, publicId, 2500, customer.toLowerCase(), hash, secret).digest('hex'));
});

test('what ends unpaid is failed or expired, and nobody is told', async () => {
  const [cancelled, late] = [
    await made({ webhook: shop.url }),
    await made({ order_id: 'late', webhook: shop.url, expiration: 60 }),
  ];
  await cancelPayout(world.merchant(), ours(cancelled.payout_id));
  expect(await statusOf(cancelled.payout_id)).toBe('failed');
  await world.passTime(120);
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(late.payout_id)).toBe('expired');
  await world.database.sql`update payouts set status = 'failed' where id = ${ours(late.payout_id)}`;
  expect(await statusOf(late.payout_id)).toBe('failed');
  await deliver();
  expect(shop.received).toEqual([]);
});

test('a key has one endpoint for all addresses, which hears of no payout of others and keeps its key and addresses', async () => {
  await Promise.all(
    ['a', 'b', 'c'].map((name) => made({ order_id: `${name}${orders}`, webhook: `${shop.url}/${name}` })),
  );
  const rows = await world.database.db.select().from(endpoints).where(eq(endpoints.keyId, key.keyId));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ dialect: 'dex3', events: ['payout.completed'] });
  const [owner, id] = [world.member('owner'), rows[0]?.id ?? ''];
  await expect(rotateSecret(owner, id, { overlap_seconds: 0 })).rejects.toMatchObject({ code: 'endpoint_state' });
  await expect(updateEndpoint(owner, id, { url: shop.url })).rejects.toMatchObject({ code: 'endpoint_state' });
  const silent = await made();
  const byApi = await world.newPayout();
  await world.database.sql`
    insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at)
    select 'ev_' || id, merchant_id, 'payout.completed', 'payout', id, 2, '{}', now() from payouts
    where id in (${byApi.id}, ${ours(silent.payout_id)})`;
  await deliver();
  expect(
    await world.database.sql`select from deliveries where subject_id in (${byApi.id}, ${ours(silent.payout_id)})`,
  ).toHaveLength(0);
});

test('no signature of a message that its endpoint is tried with asks for a payout', async () => {
  const fresh = await ownDoorKey(world.database.db, {
    ...{ merchantId: world.merchantId, door: 'dex3' },
    settings: { chain: 'local', asset: 'USDT' },
  });
  expect((await create({ webhook: shop.url }, fresh)).state).toBe(true);
  const [row] = await world.database.db.select().from(endpoints).where(eq(endpoints.keyId, fresh.keyId));
  const subjects = [...payoutEventTypes.map((event) => ({ event })), ...payoutStatuses.map((status) => ({ status }))];
  await Promise.allSettled(subjects.map((subject) => sendTest(world.member('owner'), row?.id ?? '', subject)));
  await deliver();
  const told = shop.received.map(({ body }) => JSON.parse(body));
  expect(told).toContainEqual(expect.objectContaining({ test: true, status: 'completed' }));
  const before = await countOf();
  for (const { order_id, amount, receiver_type, receiver_value, signature } of told) {
    await post({ ...form(), order_id, amount, receiver_type, receiver_value, signature }, fresh);
  }
  expect(await countOf()).toBe(before);
});

test('an order id counts once, also when it comes many times at once', async () => {
  const before = await countOf();
  const answers = await Promise.all(Array.from({ length: 8 }, () => create()));
  expect(answers.filter(({ state }) => state)).toHaveLength(1);
  const msg = 'Order ID was used for another payout';
  const errData = { order_id: { type: 'field', msg, path: 'order_id', location: 'body' } };
  for (const { status, error } of answers.filter(({ state }) => !state)) {
    expect([status, error]).toEqual([403, { message: 'Please check form error', code: 403, errData }]);
  }
  expect((await countOf()) - before).toBe(1);
  expect((await create({ amount: 9900 })).error.errData).toEqual(errData);
});

describe('a signature', () => {
  test('may be base64, or hexadecimal in capitals', async () => {
    const one = form();
    expect((await post({ ...one, signature: sign(one, key, 'base64') })).state).toBe(true);
    const other = form({ order_id: `upper${orders}` });
    expect((await post({ ...other, signature: sign(other, key).toUpperCase() })).state).toBe(true);
  });

  test.each([
    ['of another amount', { amount: 2501 }],
    ['of another receiver', { receiver_value: demoAccount('other').address.toLowerCase() }],
    ['of another order', { order_id: 'another' }],
  ])('%s is refused, and nothing is made', async (_what, change) => {
    const before = await countOf();
    const { status, error } = await post({ ...form(change), signature: sign(form(), key) });
    expect([status, Object.keys(error.errData)]).toEqual([403, ['signature']]);
    expect(await countOf()).toBe(before);
  });

  test.each(['', 'x', 'ab'.repeat(32), 'A'.repeat(44)])('%j is refused', async (signature) => {
    expect(Object.keys((await post({ ...form(), signature })).error.errData)).toEqual(['signature']);
  });

  test('of another key is refused', async () => {
    const settings = { chain: 'local', asset: 'USDT' } as const;
    const other = await ownDoorKey(world.database.db, { merchantId: world.merchantId, door: 'dex3', settings });
    const body = form();
    expect(Object.keys((await post({ ...body, signature: sign(body, other) })).error.errData)).toEqual(['signature']);
    await revokeApiKey(world.database.db, { merchantId: world.merchantId, id: other.keyId, now: new Date() });
    expect(await create({}, other)).toMatchObject({ status: 401, state: false, error: { code: 401 } });
  });
});

describe('the second generation', () => {
  const second = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...{ order_id: String(orders), order_amount: '100.00', is_order_usd: true, token_id: 4, receiver: customer },
    ...change,
  });
  const signed = (body: Record<string, unknown>) => {
    const { order_id, order_amount, is_order_usd, token_id, receiver } = body;
    const fields = [order_id, Number(order_amount), is_order_usd, token_id, receiver];
    return { ...body, signature: sha256(...fields, key.secret).digest('hex') };
  };

  test('is signed over the number, and may have the merchant pay the fee', async () => {
    const { state, data } = await post(signed(second({ fee_payer: 'merchant' })));
    expect([state, (await dataOf(data.payout_id)).amount]).toEqual([true, '10000']);
    const [row] = await world.database.db
      .select()
      .from(payouts)
      .where(eq(payouts.id, ours(data.payout_id)));
    expect([row?.net, row?.feePayer]).toEqual([100_000_000n, 'merchant']);
  });

  test('counts in the asset where it says so, to its last digit', async () => {
    const body = second({ order_amount: '1.000001', is_order_usd: false, receiver: 'ann@shop.example' });
    const { data } = await post(signed(body));
    expect(await dataOf(data.payout_id)).toMatchObject({ amount: '100.0001', receiver_type: 'email', expiration: 0 });
  });

  test('pays once for a signature, wherever its fields may be cut', async () => {
    const first = signed(second({ order_id: `cut-${orders}-1`, order_amount: '25' }));
    expect((await post(first)).state).toBe(true);
    const before = await countOf();
    const { state, error } = await post({ ...first, order_id: `cut-${orders}-`, order_amount: '125' });
    expect([state, error.errData.signature.msg]).toEqual([false, 'Signature was used for another payout']);
    expect(await countOf()).toBe(before);
  });

  test('is refused where its amount is not the signed one', async () => {
    const { error } = await post({ ...signed(second()), order_amount: '1000.00' });
    expect(Object.keys(error.errData)).toEqual(['signature']);
  });
});

test('an asset that is no dollar takes an amount in itself alone', async () => {
  const settings = { chain: 'local', asset: 'WETH' } as const;
  const coins = await ownDoorKey(world.database.db, { merchantId: world.merchantId, door: 'dex3', settings });
  expect(await create({}, coins)).toMatchObject({
    status: 422,
    error: { code: 422, message: expect.stringContaining('which is no dollar') },
  });
});

test.each([
  ['expiration', undefined, 'Expiration is required'],
  ['expiration', 30, 'Expiration must be 0, or at least 60'],
  ['expiration', 99_999_999, 'Expiration must be at most 31622400'],
  ['order_id', undefined, 'Order ID is required'],
  ['order_id', 'x'.repeat(201), 'Order ID must have at most 200 characters'],
  ['productName', undefined, 'Product name is required'],
  ['amount', 25.5, 'Amount must be a whole number of US cents, at least 1'],
  ['amount', '1e3', 'Amount must be a whole number of US cents, at least 1'],
  ['amount', -1, 'Amount must be a whole number of US cents, at least 1'],
  ['amount', 1, 'Amount is refused: '],
  ['receiver_type', 'phone', 'Receiver type must be one of "address", "email"'],
  ['receiver_value', 'nowhere', 'Receiver value '],
  ['receiver_value', `0x${'0'.repeat(40)}`, 'Receiver value is refused: '],
  ['webhook', 'http://127.0.0.1:1/', 'Webhook is refused: '],
  ['webhook', 'ftp://shop.example', 'Webhook must be an http or https address'],
  ['success_redirect', 'javascript:alert(1)', 'Success redirect must be an http or https address'],
  ['notes', 'x'.repeat(1001), 'Notes must have at most 1000 characters'],
  ['signature', undefined, 'Signature is required'],
])('%s %j is told at its field, and nothing is made', async (path, value, words) => {
  const before = await countOf();
  const { status, state, error } = await create({ [path]: value });
  expect([status, state, error.message, error.code]).toEqual([403, false, 'Please check form error', 403]);
  const msg = expect.stringContaining(words);
  expect(error.errData).toEqual({ [path]: { type: 'field', msg, path, location: 'body' } });
  expect(await countOf()).toBe(before);
});

test('several faults are told together', async () => {
  const { error } = await post({ order_id: '1' });
  expect(Object.keys(error.errData)).toEqual(
    expect.arrayContaining(['amount', 'productName', 'expiration', 'signature']),
  );
});

test.each(['', '[]', '{"a":1,"a":2}', '{"order_id":"\\u0000"}', 'order_id=1'])(
  'a body of %j is no form',
  async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, state: false, error: { code: 400 } });
  },
);

test('order ids of 200 letters and optional fields that are null or empty are taken', async () => {
  const empty = { webhook: null, notes: '', success_redirect: null, cancel_redirect: '' };
  const { payout_id } = await made({ order_id: 'o'.repeat(200), ...empty });
  expect(await dataOf(payout_id)).toMatchObject({ order_id: 'o'.repeat(200), webhook: null, notes: null });
  expect(Object.keys((await create({ order_id: 'o'.repeat(200) })).error.errData)).toEqual(['order_id']);
});

test('a key that nobody has, a payout of another merchant and one of our own API are not there', async () => {
  const settings = { chain: 'local', asset: 'USDT' } as const;
  const { db } = world.database;
  const stranger = await ownDoorKey(db, { merchantId: await makeMerchant(db), door: 'dex3', settings });
  const [{ payout_id }, byApi] = [await made(), await world.newPayout()];
  const missing = { status: 404, state: false, error: { message: 'Payout not found', code: 404 } };
  for (const handler of [payoutStatus.GET, payoutData.GET]) {
    expect(await look(handler, payout_id, stranger)).toEqual(missing);
    expect(await look(handler, byApi.id.replace('po_', 'dex3'))).toEqual(missing);
    expect(await look(handler, 'TrxFJPpto1azEMQtWKMLkXhLGYWdkm')).toEqual(missing);
    expect(await look(handler, payout_id, { publicId: 'nobody' })).toMatchObject({ status: 401, error: { code: 401 } });
  }
  expect(await look(merchantStatus.GET)).toEqual({ status: 200, state: true, data: 'active' });
  expect(await look(merchantStatus.GET, '', { publicId: '' })).toMatchObject({ status: 401, state: false });
});

test('unsigned requests are counted by where they come from, and use up nothing of the key', async () => {
  await world.database.sql`truncate rate_counts`;
  const limit = env.RATE_LIMIT_ADDRESS_PER_MINUTE;
  const guesses = await Promise.all(Array.from({ length: limit + 1 }, () => post({ ...form(), signature: 'guess' })));
  const over = guesses.filter(({ status }) => status === 429);
  expect(over).toHaveLength(1);
  expect(over[0]).toMatchObject({ state: false, error: { code: 429 } });
  expect(over[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await create()).state).toBe(true);
});

test('a key counts as used once its signature is proved, and not as it is named or looked with', async () => {
  const { db, sql } = world.database;
  const settings = { chain: 'local', asset: 'USDT' } as const;
  const fresh = await ownDoorKey(db, { merchantId: world.merchantId, door: 'dex3', settings });
  const usedAt = async () => (await sql`select last_used_at from api_keys where id = ${fresh.keyId}`)[0]?.last_used_at;
  await post({ ...form(), signature: 'guess' }, fresh);
  await look(payoutStatus.GET, `dex3${'x'.repeat(26)}`, fresh);
  await sql`update api_keys set name = name where id = ${fresh.keyId}`;
  expect(await usedAt()).toBeNull();
  expect((await create({}, fresh)).state).toBe(true);
  await expect.poll(usedAt).toEqual(expect.any(String));
});

test('a key that is bound to addresses neither makes nor shows anything elsewhere', async () => {
  const settings = { chain: 'local', asset: 'USDT' } as const;
  const { db } = world.database;
  const bound = await ownDoorKey(db, { merchantId: world.merchantId, door: 'dex3', settings });
  const { payout_id } = await made();
  const policy = {
    keyId: bound.keyId,
    merchantId: world.merchantId,
    ipRanges: ['203.0.113.0/24'],
    updatedAt: new Date(),
  };
  await db.insert(keyPolicies).values(policy);
  expect(await create({ order_id: 'elsewhere' }, bound)).toMatchObject({ status: 403, error: { code: 403 } });
  expect(await look(payoutData.GET, payout_id, bound)).toMatchObject({ status: 403, state: false });
});

test('another method is refused in the same form', async () => {
  const answer = await call(route.GET, { headers: { merchant_public: key.publicId } });
  expect([answer.status, await answer.json()]).toMatchObject([405, { state: false, error: { code: 405 } }]);
});

import { beforeAll, expect, test } from 'vitest';
import { merchantLimits } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { savePolicy } from '@/lib/access/policies/policies';
import { policyBody } from '@/lib/access/policies/schema';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { call } from '@/lib/http/testing/test-portal';
import { newId } from '@/lib/kernel/ids';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { earn, newRewardSource } from '@/lib/rewards/testing/earn';
import * as fund from './orders/[id]/fund/route';
import * as orders from './orders/route';
import * as payouts from './payouts/route';
import * as validate from './payouts/validate/route';
import * as quotes from './quotes/route';
import * as redeem from './rewards/users/[id]/redeem/route';

const world = testWorld();
const customer = demoAccount('customer').address;
const burnt = '0x000000000000000000000000000000000000dEaD';
const hash = `0x${'7'.repeat(64)}`;
const anyone = { type: 'anyone' };
const usdt = { asset: 'USDT', chain: 'local' };
const yen = { currency: 'JPY', amount: '5000' };
let apiKey = '';
let keyId = '';

const payout = { amount: '25.00', ...usdt, recipient: anyone, reference: 'p-1' };
const quote = { display: yen, ...usdt };
const order = {
  ...{ amount: '100.00', ...usdt, reference: 'o-1', buyer: { id: 'b' }, seller: { id: 's', address: customer } },
  pay_in: { reference: 'shop-says-so' },
};

const creates = {
  payouts: { handler: payouts.POST, body: payout },
  'payouts, displayed in yen': { handler: payouts.POST, body: { ...payout, amount: undefined, display: yen } },
  'payouts to a mailbox': {
    handler: payouts.POST,
    body: { ...payout, recipient: { type: 'email', email: 'eve@example.com' } },
  },
  quotes: { handler: quotes.POST, body: quote },
  orders: { handler: orders.POST, body: order },
  'orders to be paid in': { handler: orders.POST, body: { ...order, pay_in: { hash } } },
  redemptions: { handler: redeem.POST, body: {} },
};
type Create = keyof typeof creates;

async function send(create: Create, given: object = {}, headers: Record<string, string> = {}, user = 'rich') {
  const { handler, body } = creates[create];
  const sent = { ...body, ...given };
  const answer = await call(handler, { method: 'POST', apiKey, params: { id: user }, body: sent, headers });
  const { instance: _one, ...read } = await answer.json();
  return { ...read, http: answer.status };
}
const only = { validate_only: true };

/** Everything in every table but what any request leaves: that it was counted, and that its key was used. */
async function contents(): Promise<Record<string, string>> {
  const { sql } = world.database;
  const tables = await sql`select table_name as name from information_schema.tables where table_schema = 'public'
    and table_type = 'BASE TABLE' and table_name not in ('rate_counts', 'api_keys')`;
  const read = tables.map(async ({ name }) => {
    const [row] =
      await sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from ${sql(name)} t`;
    return [name, row?.all];
  });
  return Object.fromEntries(await Promise.all(read));
}

beforeAll(async () => {
  const { db } = world.database;
  globalThis.drawbridgeConnection = world.database;
  const made = { merchantId: world.merchantId, name: 'tries', scopes, requestsPerMinute: 100_000, now: new Date() };
  const key = await createApiKey(db, made);
  [apiKey, keyId] = [key.key, key.id];
  await sayRates(db, { JPY: '0.0065' }, new Date());
  const source = await newRewardSource(world.merchant());
  const earned = { rich: '5000', open: '5000', poor: '10' };
  for (const [user, coins] of Object.entries(earned)) {
    await earn(world.claimant(), source, { user_uuid: user, coin_amount: coins });
  }
  await send('payouts', { reference: 'taken' });
  await send('orders', { reference: 'taken', pay_in: { hash: `0x${'8'.repeat(64)}` } });
  await send('redemptions', { reference: 'rd-taken' }, {}, 'open');
});

test.each([
  ['payouts', { amount: '25.00', fee: '0.50', net: '24.50' }],
  ['payouts, displayed in yen', { amount: '32.50', fee: '0.50', net: '32.00' }],
  ['payouts to a mailbox', { amount: '25.00', fee: '0.50', net: '24.50' }],
  ['quotes', { amount: '32.50', fee: '0.50', net: '32.00' }],
  ['orders', { amount: '100.00', fee: '0.50', net: '99.50' }],
  ['orders to be paid in', { amount: '100.00', fee: '0.50', net: '99.50' }],
  ['redemptions', { amount: '5.00', fee: '0.50', net: '4.50' }],
] as const)(
  '%s are only checked: 200, the money and the vault, and every table is as it was',
  async (create, money) => {
    const before = await contents();
    expect(await send(create, only, { 'Idempotency-Key': 'tried' })).toEqual({
      ...{ http: 200, valid: true, ...money, approvals_needed: 0, network_cost: null, warnings: [] },
      coverage: { state: 'funded', payable: '1000000.00', obstacle: null },
    });
    expect(await contents()).toEqual(before);
  },
);

test.each([
  ['payouts', { amount: '1e3' }, 'amount_malformed'],
  ['payouts', { recipient: { type: 'wallet', address: burnt } }, 'address_refused'],
  ['payouts', { reference: 'taken' }, 'reference_taken'],
  ['payouts', { amount: undefined }, 'invalid_request'],
  ['payouts', { metadata: { a: 1 } }, 'invalid_request'],
  ['quotes', { display: { currency: 'XXX', amount: '1' } }, 'currency_unavailable'],
  ['quotes', { display: { currency: 'JPY', amount: '1' } }, 'amount_too_small'],
  ['quotes', { amount: '1.00' }, 'invalid_request'],
  ['orders', { amount: '10000.01' }, 'amount_too_large'],
  ['orders', { rail: 'shkeeper' }, 'asset_unavailable'],
  ['orders', { seller: { id: 's', address: burnt } }, 'address_refused'],
  ['orders', { reference: 'taken' }, 'order_taken'],
  ['orders', { pay_in: { hash: `0x${'8'.repeat(64)}` } }, 'pay_in_taken'],
  ['redemptions', { coins: '5001' }, 'coins_short'],
  ['redemptions', { reference: 'taken' }, 'reference_taken'],
  ['redemptions', { recipient: { type: 'wallet', address: burnt } }, 'address_refused'],
] as const)('checked only or not, %s with %j are refused in the same words: %s', async (create, given, code) => {
  const before = await contents();
  const checked = await send(create, { ...given, ...only });
  expect(checked).toMatchObject({ code });
  expect(await contents()).toEqual(before);
  expect(checked).toEqual(await send(create, given));
});

test.each([
  ['nobody', 'not_found'],
  ['open', 'redemption_open'],
  ['poor', 'amount_too_small'],
])('checked only or not, the coins of %s are refused in the same words: %s', async (user, code) => {
  const checked = await send('redemptions', only, {}, user);
  expect(checked).toMatchObject({ code });
  expect(checked).toEqual(await send('redemptions', {}, {}, user));
});

test('what only the writing of a payout refuses, its check refuses: here and at its own address', async () => {
  const { db } = world.database;
  const limits = { merchantId: world.merchantId, payoutsPerDay: 3, coinsPerPayout: 20 };
  await db.insert(merchantLimits).values({ ...limits, createdAt: new Date() });
  const refused = await send('payouts');
  expect(refused).toMatchObject({ code: 'merchant_limit' });
  expect(await send('payouts', only)).toEqual(refused);
  const atAddress = await call(validate.POST, { method: 'POST', apiKey, body: payout });
  expect((await atAddress.json()).code).toBe('merchant_limit');
  await db.delete(merchantLimits);
});

test('checks use nothing of a key’s day and keep no Idempotency-Key; a create meets the limit where its check does', async () => {
  const day = { assets: [{ ...usdt, max_payout: null, max_day: '60.00' }] };
  await savePolicy(
    world.member('owner'),
    keyId,
    policyBody.parse({ ...day, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] }),
  );
  const keyed = { 'Idempotency-Key': 'mine' };
  const checked = await Promise.all(
    Array.from({ length: 6 }, () => send('payouts', { ...only, reference: 'k-1' }, keyed)),
  );
  expect(checked.map(({ http }) => http)).toEqual(Array(6).fill(200));
  expect((await send('payouts', { reference: 'k-1' }, keyed)).http).toBe(201);
  expect((await send('payouts', { reference: 'k-2', validate_only: false })).http).toBe(201);
  const refused = await send('payouts', { reference: 'k-3' });
  expect(refused).toMatchObject({ code: 'key_day_limit', left: '10.00' });
  expect(await send('payouts', { ...only, reference: 'k-3' })).toEqual(refused);
});

test('a check that meets creates of the same reference makes nothing of its own', async () => {
  const asked = Array.from({ length: 12 }, (_, index) =>
    send('orders', { reference: 'o-once', validate_only: index % 2 === 0 }),
  );
  const statuses = (await Promise.all(asked)).map(({ http }) => http);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(new Set(statuses).difference(new Set([200, 201, 409]))).toEqual(new Set());
});

test('a seller who could not be paid is said beforehand', async () => {
  const seller = { id: 's', email: 'seller@example.com' };
  const checked = await send('orders', { ...only, reference: 'o-mail', rail: 'wallet', seller });
  expect(checked).toMatchObject({ http: 200, coverage: null, warnings: [{ code: 'no_address' }] });
});

test('approvals that it would need are counted, for a recipient who is not known yet, too', async () => {
  await saveApprovalRule(world.member('owner'), {
    ...{ chain: 'local', asset: 'USDT', one_from: null, two_from: null, new_destination: true },
  });
  const needed = await Promise.all([
    send('quotes', only),
    send('orders', { ...only, reference: 'o-new' }),
    send('redemptions', only),
  ]);
  expect(needed.map(({ approvals_needed }) => approvals_needed)).toEqual([1, 1, 1]);
});

test('the field is a truth value, and a route that does not know it refuses it', async () => {
  const worded = await send('payouts', { validate_only: 'true' });
  expect(worded).toMatchObject({ code: 'invalid_request', field: 'validate_only' });
  const unknown = await call(fund.POST, { method: 'POST', apiKey, params: { id: newId('order') }, body: only });
  expect(unknown.status).toBe(422);
});

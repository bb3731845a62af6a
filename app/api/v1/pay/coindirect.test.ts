import { beforeAll, expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { demoAccount } from '@/demo/accounts';
import { coindirectStatus } from '@/lib/dialects/coindirect-summary';
import { makeDoorKey } from '@/lib/doors/keys/keys';
import { type Asking, ask, type HawkKey } from '@/lib/doors/testing/coindirect-client';
import type { Resource } from '@/lib/http/pipeline/resource';
import { newId, uuidOf } from '@/lib/kernel/ids';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { queueDirect } from '@/lib/relay/direct/queue-direct';
import { testRelay } from '@/lib/relay/testing/relay';
import { insertScreening } from '@/lib/screening/store';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import { makeEndpoint, senderFor } from '@/lib/webhooks/testing/fixtures';
import { type Receiver, startReceiver } from '@/lib/webhooks/testing/receiver';
import * as currencies from '../../currency/crypto/route';
import * as read from '../../pay/v1/[uuid]/summary/route';
import * as quoteRoute from '../quote/[uuid]/route';
import * as quoteAccept from '../quote/accept/[uuid]/route';
import * as quotes from '../quote/route';
import * as accept from './[uuid]/accept/route';
import * as hosted from './[uuid]/route';
import * as summary from './[uuid]/summary/route';
import * as update from './[uuid]/update/route';
import * as payments from './summary/route';
import * as validation from './validate/route';

/** Coindirect's API, asked by an independent client, with real payouts behind it. */
const world = testWorld();
const relay = testRelay(world);
const { merchantId } = world;
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const never = new AbortController().signal;
let key: HawkKey;
let receiver: Receiver;
let references = 0;

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  await world.database.sql`update members set role = 'owner' where user_id = 'us_owner'`;
  const shop = { door: 'coindirect', name: 'Shop', merchant_id: '9A57C17A-shop' } as const;
  const made = await makeDoorKey(world.member('owner'), shop);
  key = { id: made.public_id, key: made.secret };
  await world.database.sql`update api_keys set requests_per_minute = 100000`;
  receiver = await startReceiver();
  await makeEndpoint(world.database.db, { merchantId, url: receiver.url, dialect: 'coindirect' });
  await relay.add();
  return () => receiver.close();
});

const signed = (resource: Resource, asking: Omit<Asking, 'key'>) => ask(resource, { key, ...asking });

function bodyOf(given: Record<string, unknown> = {}) {
  references += 1;
  const payOutDetails = { code: 'crypto', currency: 'USDT', protocol: 'ERC20', address: customer };
  const fixed = { amount: 40, currency: 'USDT', type: 'OUT', merchantId: uuidOf(merchantId), payOutDetails };
  return { ...fixed, reference: `c0a1a9ce-${references}`, returnUrl: 'https://shop.example/thanks', ...given };
}

const create = (given: Record<string, unknown> = {}, asking: Partial<Asking> = {}) =>
  signed(payments, { method: 'POST', path: '/api/v1/pay/summary', body: bodyOf(given), ...asking });
const made = async (given: Record<string, unknown> = {}) => {
  const { status, json } = await create(given);
  expect([status, json.errorList]).toEqual([200, undefined]);
  return json;
};
const waiting = () => made({ payOutDetails: { code: 'crypto', currency: 'USDT' } });
const look = (uuid: string) => signed(summary, { path: `/api/v1/pay/${uuid}/summary`, uuid });
const byPage = (resource: Resource, uuid: string, body?: unknown, from?: string) =>
  ask(resource, { method: body === undefined ? 'GET' : 'PUT', path: `/api/v1/pay/${uuid}`, uuid, body, from });
const payoutOf = async (uuid: string): Promise<string> =>
  (await world.database.sql`select payout_id from coindirect_payouts where uuid = ${uuid}`)[0]?.payout_id;

/** The worker's jobs, as often as it takes for what is due to be paid and final. */
async function work(): Promise<void> {
  await queueDirect(world.system(), 'local');
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  await relay.step();
  await relayClaims(world.system(), 'local');
}

/** What the webhooks told since they were last asked for. */
async function toldOf(uuid: string) {
  await fanOut(world.system());
  const deliverer = createDeliverer({ sender: senderFor([receiver]) });
  await deliverer.deliverDue(world.system(), never);
  await deliverer.settled();
  return receiver.received.map(({ body }) => JSON.parse(body).data).filter((data) => data.uuid === uuid);
}

test('a payout to an address is sent at once, and API and webhooks tell the same of it until it is paid', async () => {
  const payment = await made({ amount: '40.10' });
  expect(payment).toMatchObject({
    ...{ type: 'OUT', subType: 'merchantPayOut', status: 'PENDING', quoteStatus: 'ACCEPTED', transactions: [] },
    ...{ merchantId: '9A57C17A-shop', merchantDisplayName: 'Demo Store', returnUrl: 'https://shop.example/thanks' },
    displayCurrency: { currency: 'USDT', amount: 40.1, actual: 0 },
    walletCurrency: { currency: 'USDT', amount: 40.6, actual: 0 },
    paidCurrency: { currency: 'USDT', amount: 40.1, actual: 0 },
    feeCurrency: { currency: 'USDT', amount: 0.5, actual: 0 },
    address: { address: customer, protocol: 'LOCAL', tag: null, alternatives: [] },
  });
  expect(payment.address.uri).toMatch(
    new RegExp(`^ethereum:0x.{40}@31337/transfer\\?address=${customer}&uint256=40100000$`),
  );
  await work();
  const { json: paid } = await look(payment.uuid);
  const vault = demoAccount('vault').address;
  expect(paid).toMatchObject({
    ...{ uuid: payment.uuid, status: 'COMPLETE', quoteStatus: 'COMPLETED' },
    paidCurrency: { amount: 40.1, actual: 40.1 },
    transactions: [
      {
        ...{ amount: 40.1, sources: [vault], networkFeeCurrency: 'ETH', networkFeeAmount: expect.any(Number) },
        ...{ hash: expect.stringMatching(/^0x/), dateCreated: expect.any(Number), dateConfirmed: expect.any(Number) },
      },
    ],
  });
  const told = await toldOf(payment.uuid);
  expect(told.map(({ status }) => status)).toEqual(['PENDING', 'PROCESSING', 'COMPLETE']);
  expect(paid).toMatchObject({ ...told.at(-1), transactions: expect.any(Array) });
  expect((await signed(read, { path: `/api/pay/v1/${payment.uuid}/summary`, uuid: payment.uuid })).json).toEqual(paid);
});

test('one without an address waits on its page, goes where its recipient says, once, and nowhere else', async () => {
  const { uuid, address, redirectUrl } = await waiting();
  expect([address.address, redirectUrl]).toEqual([null, expect.stringMatching(/^http:\/\/localhost:3000\/p\/.{43}$/)]);
  const before = await byPage(hosted, uuid);
  expect(before.json).toMatchObject({ amount: 40, currency: 'USDT', returnUrl: 'https://shop.example/thanks', fee: 0 });
  const listed = (await ask(currencies, { path: '/api/currency/crypto?max=1000&sort=rank&order=asc' })).json;
  expect(listed).toMatchObject([{ code: 'USDT', name: expect.any(String), protocols: [{ network: 'local' }] }]);
  expect(before.json.quote).toMatchObject({ from: listed[0].code, to: 'USDT', fee: 0, amountOut: 40 });
  const first = { currency: 'USDT', payOutMethod: 'crypto', payOutInstruction: null };
  expect((await byPage(update, uuid, first)).json.quote.acceptanceExpiryDate).toBeGreaterThan(Date.now());
  expect((await byPage(accept, uuid, { successUrl: 'no_url' })).json.errorList).toMatchObject([
    { parameter: 'payOutInstruction', code: 'invalidPayout', message: 'Invalid Instruction for Payout' },
  ]);
  const to = (where: string) => ({ ...first, payOutInstruction: { code: 'crypto', address: where, currency: 'USDT' } });
  expect((await byPage(update, uuid, to(other))).json.payOutInstruction.address).toBe(other);
  expect((await byPage(update, uuid, to(customer.toLowerCase()))).json.payOutInstruction.address).toBe(customer);
  const answers = await Promise.all([1, 2, 3].map(() => byPage(accept, uuid, { successUrl: 'no_url' })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await byPage(update, uuid, to(other))).json.errorList[0].code).toBe('payout_state');
  await work();
  expect((await byPage(hosted, uuid)).json).toMatchObject({ status: 'COMPLETE', address: { address: customer } });
  expect(await view(world, await payoutOf(uuid))).toMatchObject({ transfer: { recipient: customer } });
  const told = await toldOf(uuid);
  expect(told.map(({ status }) => status)).toEqual(['PENDING', 'PROCESSING', 'COMPLETE']);
  expect(told.at(-1)).toMatchObject({ redirectUrl, address: { address: customer } });
  for (const resource of [update, accept]) {
    expect((await byPage(resource, uuid, to(other))).status).toBe(resource === accept ? 200 : 400);
  }
  expect((await world.database.sql`select from relayed_claims where payout_id = ${await payoutOf(uuid)}`).length).toBe(
    1,
  );
});

test('a page whose link was replaced, or whose payout is over, says so and sends nothing', async () => {
  const [replaced, cancelled] = [await waiting(), await waiting()];
  await reissueLink(world.member('owner'), await payoutOf(replaced.uuid));
  await cancelPayout(world.merchant(), await payoutOf(cancelled.uuid));
  for (const { uuid } of [replaced, cancelled]) {
    const body = { currency: 'USDT', payOutInstruction: { code: 'crypto', address: other } };
    const { status, json } = await byPage(update, uuid, body);
    expect([status, json.code]).toEqual([400, 'MER-PAY-2017']);
    await world.database.sql`update coindirect_payouts set address = ${other.toLowerCase()} where uuid = ${uuid}`;
    expect((await byPage(accept, uuid, {})).status).toBeGreaterThanOrEqual(400);
    expect((await byPage(hosted, uuid)).json.address.address).toBeNull();
  }
  expect((await look(cancelled.uuid)).json).toMatchObject({ status: 'CANCELLED', quoteStatus: 'PAYMENT_OUT_FAILED' });
  expect((await look(replaced.uuid)).json.redirectUrl).toBeNull();
  expect((await toldOf(cancelled.uuid)).at(-1)).toMatchObject({ status: 'CANCELLED', displayCurrency: { actual: 0 } });
});

test('a reference is taken once, in their words, also when 20 ask at the same moment', async () => {
  const body = bodyOf();
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 400).map(({ json }) => json.errorList);
  expect(refused).toHaveLength(19);
  expect(refused[0]).toMatchObject([{ parameter: 'reference', code: 'unique', message: 'Duplicate Reference' }]);
  expect(await world.database.sql`select from payouts where reference = ${body.reference}`).toHaveLength(1);
});

test('amounts keep every digit, as numbers and as text, and what is no amount is refused by its name', async () => {
  const text = `{"amount":1234.567891,"currency":"USDT","type":"OUT","reference":"digits","payOutDetails":{"currency":"USDT"}}`;
  expect((await create({}, { body: text })).text).toContain(
    '"displayCurrency":{"currency":"USDT","amount":1234.567891,',
  );
  expect((await made({ amount: '1.2e1' })).paidCurrency.amount).toBe(12);
  for (const amount of ['-5', 'x', 0.0000001, 1e300, null]) {
    const { status, json } = await create({ amount });
    expect([status, json.errorList[0].parameter]).toEqual([400, 'amount']);
  }
});

test.each([
  [
    'an address of another network',
    { payOutDetails: { code: 'crypto', currency: 'USDT', address: 'THr6oYBp7mgUHiLoxYcqKtoKneKvEhyE22' } },
    'payOutInstruction',
    'invalidPayout',
  ],
  [
    'a burn address',
    { payOutDetails: { code: 'crypto', currency: 'USDT', address: `0x${'0'.repeat(40)}` } },
    'payOutInstruction',
    'invalidPayout',
  ],
  [
    'a wallet at Coindirect',
    { payOutDetails: { code: 'wallet', currency: 'USDT', address: customer } },
    'payOutInstruction',
    'invalidPayout',
  ],
  [
    'a network that is not paid on',
    { payOutDetails: { currency: 'USDT', protocol: 'TRC20', address: customer } },
    'protocol',
    'asset_unavailable',
  ],
  [
    'a currency that is not paid out',
    { currency: 'BTC', payOutDetails: { currency: 'BTC', address: customer } },
    'currency',
    'asset_unavailable',
  ],
  ['a pay-in', { type: 'IN' }, 'type', 'invalid_request'],
  ['another merchant', { merchantId: '9a57c17a-1eef-48ff-83d0-b5892c99f767' }, 'merchantId', 'invalid_request'],
  ['a time of nothing', { expiryMinutes: 0 }, 'expiryMinutes', 'invalid_request'],
])('%s is refused in their shape', async (_what, given, parameter, code) => {
  const { status, json } = await create(given);
  expect([status, json.errorList]).toEqual([400, [expect.objectContaining({ parameter, code })]]);
});

test('each state of a payout has its word, here and in the webhooks', async () => {
  const { uuid } = await waiting();
  const id = await payoutOf(uuid);
  const words: string[][] = [];
  for (const status of payoutStatuses) {
    await world.database.sql`update payouts set status = ${status} where id = ${id}`;
    const { json } = await look(uuid);
    words.push([status, json.status, json.quoteStatus]);
  }
  await world.database.sql`update payouts set status = 'pending' where id = ${id}`;
  expect(words).toEqual([
    ['awaiting_approval', 'PENDING', 'PENDING'],
    ['pending', 'PENDING', 'PENDING'],
    ['processing', 'PROCESSING', 'PAYMENT_OUT_PENDING'],
    ['completed', 'COMPLETE', 'COMPLETED'],
    ['failed', 'CANCELLED', 'PAYMENT_OUT_FAILED'],
    ['cancelled', 'CANCELLED', 'PAYMENT_OUT_FAILED'],
    ['expired', 'CANCELLED', 'PAYMENT_OUT_FAILED'],
  ]);
  expect(words.map(([status, word]) => [status, word])).toEqual(Object.entries(coindirectStatus));
});

test('what is asked for in yen is paid in the asset at the rate of now, and told in both, with what was found of the address that was paid', async () => {
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const payment = await made({ amount: 5000, currency: 'JPY' });
  expect(payment).toMatchObject({
    displayCurrency: { currency: 'JPY', amount: 5000, actual: 0 },
    walletCurrency: { currency: 'USDT', amount: 33, actual: 0 },
    paidCurrency: { currency: 'USDT', amount: 32.5, actual: 0 },
    feeCurrency: { currency: 'USDT', amount: 0.5 },
    displayRate: { base: 'USDT', counter: 'JPY', rate: 153.84615384615384 },
    exchangeRate: { base: 'USDT', counter: 'USDT', rate: 1 },
  });
  const payoutId = await payoutOf(payment.uuid);
  const found = { verdict: 'clear', level: 'medium', category: 'exchange', name: 'Acme' } as const;
  const elsewhere = { verdict: 'listed', level: 'severe', category: 'theft', name: 'Mallory' } as const;
  const fixed = { merchantId, payoutId, stage: 'created' as const, answers: [], screenedAt: new Date() };
  await world.database.db.transaction(async (tx) => {
    await insertScreening(tx, { ...fixed, ...found, id: newId('screening'), address: customer.toLowerCase() });
    await insertScreening(tx, { ...fixed, ...elsewhere, id: newId('screening'), address: other.toLowerCase() });
  });
  await work();
  const { json } = await look(payment.uuid);
  expect(json).toMatchObject({ status: 'COMPLETE', displayCurrency: { actual: 5000 }, paidCurrency: { actual: 32.5 } });
  expect(json.transactions).toMatchObject([
    {
      risk: { level: 'MEDIUM', resourceName: 'Acme', resourceCategory: 'exchange' },
      displayRate: { base: 'JPY', counter: 'USDT', rate: 0.0065 },
    },
  ]);
  // Who has its uuid alone may be whom it was found out about.
  for (const resource of [summary, hosted]) {
    expect((await byPage(resource, payment.uuid)).json.transactions).toMatchObject([{ risk: 'UNKNOWN' }]);
  }
});

test('what lapsed before its recipient accepted it is quoted again on its page, and sent for what was shown last', async () => {
  const { db, sql } = world.database;
  await sayRates(db, { JPY: '0.0065' }, world.system().clock.now());
  const { uuid, quoteExpiryDate } = await made({ amount: 5000, currency: 'JPY', payOutDetails: { currency: 'USDT' } });
  expect(quoteExpiryDate).toBeGreaterThan(Date.now());
  const to = { currency: 'USDT', payOutInstruction: { code: 'crypto', address: other, currency: 'USDT' } };
  expect((await byPage(update, uuid, to)).json).toMatchObject({
    amount: 32.5,
    quote: { amountOut: 32.5, from: 'USDT' },
  });
  await sayRates(db, { JPY: '0.0066' }, world.system().clock.now());
  expect((await byPage(update, uuid, to)).json.quote.amountOut).toBe(32.5);
  const id = await payoutOf(uuid);
  // To its end a quote is what is sent, and no feed is asked.
  await sql`update quotes set created_at = created_at - interval '100 seconds', expires_at = expires_at - interval '100 seconds'
    where payout_id = ${id}`;
  expect((await byPage(update, uuid, to)).json.quote.amountOut).toBe(32.5);
  await sql`update payouts set quoted_until = now() - interval '1 second' where id = ${id}`;
  await sql`update quotes set expires_at = now() - interval '1 second' where payout_id = ${id}`;
  expect((await byPage(accept, uuid, {})).json).toMatchObject({
    code: 'MER-PAY-2004',
    errorList: [{ code: 'quote_lapsed' }],
  });
  const again = await Promise.all([1, 2, 3].map(() => byPage(update, uuid, to)));
  expect(again.map(({ json }) => json.quote?.amountOut)).toEqual([33, 33, 33]);
  expect((await byPage(update, uuid, { ...to, currency: 'BTC' })).json.errorList[0].parameter).toBe('currency');
  expect((await byPage(accept, uuid, {})).status).toBe(200);
  await work();
  expect((await look(uuid)).json).toMatchObject({
    ...{ status: 'COMPLETE', displayCurrency: { currency: 'JPY', actual: 5000 }, paidCurrency: { actual: 33 } },
    displayRate: { base: 'USDT', counter: 'JPY', rate: expect.closeTo(151.51, 1) },
  });
});

test('a quote is accepted once, in its time and by its merchant, for exactly its amounts', async () => {
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const quote = (body: object, query = '') => {
    const given = {
      merchantId: uuidOf(merchantId),
      from: 'JPY',
      to: 'USDT',
      payInMethod: 'wallet',
      payOutMethod: 'wallet',
    };
    return signed(quotes, { method: 'POST', path: `/api/v1/quote${query}`, body: { ...given, ...body } });
  };
  const { json: open } = await quote({ amountIn: 5000 });
  expect(open).toMatchObject({
    ...{ from: 'JPY', to: 'USDT', amountIn: 5000, amountOut: 32.5, walletAmount: 33, fee: 0.5, price: 0.0065 },
    ...{ quoteStatus: 'PENDING', paymentStatus: 'PENDING', acceptanceDate: null },
  });
  expect((await quote({ amountOut: '32.50' }, '?estimate=true')).json).toMatchObject({
    quoteStatus: 'ESTIMATE',
    amountIn: 5000,
  });
  const acceptIt = (uuid: string, body?: object) =>
    signed(quoteAccept, { method: 'PUT', path: `/api/v1/quote/accept/${uuid}`, uuid, body });
  const to = { payOutInstruction: { code: 'crypto', currency: 'USDT', address: customer } };
  const answers = await Promise.all(
    ['a', 'b'].map((turn) => acceptIt(open.uuid, { ...to, reference: `quote-${turn}` })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  const taken = answers.find(({ status }) => status === 200)?.json;
  expect(taken).toMatchObject({
    quote: { uuid: open.uuid, quoteStatus: 'ACCEPTED' },
    payment: {
      displayCurrency: { currency: 'JPY', amount: 5000 },
      paidCurrency: { amount: 32.5 },
      quoteStatus: 'ACCEPTED',
    },
  });
  const read = (uuid: string, by = key) => ask(quoteRoute, { path: `/api/v1/quote/${uuid}`, uuid, key: by });
  expect((await read(open.uuid)).json).toEqual(taken.quote);
  expect((await look(taken.payment.uuid)).json.address.address).toBe(customer);
  const { json: waits } = await quote({ amountIn: '100.50' });
  expect(waits.errorList).toMatchObject([{ parameter: 'display.amount' }]);
  const [{ json: byPageOf }, { json: late }] = [await quote({ amountIn: 1000 }), await quote({ amountIn: 1000 })];
  const { payment } = (await acceptIt(byPageOf.uuid)).json;
  expect(payment).toMatchObject({ reference: byPageOf.uuid, address: { address: null }, quoteStatus: 'PENDING' });
  await world.database.sql`update quotes set expires_at = now() - interval '1 second' where accepted_at is null`;
  const refused = await acceptIt(late.uuid);
  expect([refused.status, refused.json.code, refused.json.errorList[0].code]).toEqual([
    400,
    'MER-PAY-2004',
    'quote_expired',
  ]);
  expect((await read(late.uuid)).json).toMatchObject({ paymentStatus: 'CANCELLED' });
  expect((await quote({ amountIn: 1, from: 'XAU' })).json.errorList[0].parameter).toBe('from');
  expect((await read(crypto.randomUUID())).status).toBe(404);
});

test('addresses are validated with and without a signature, and what is wrong is said in their words', async () => {
  const wrong = { parameter: 'payOutInstruction', code: 'invalidInstruction', message: 'Invalid Payment Instruction' };
  const path = '/api/v1/pay/validate';
  for (const one of [key, undefined]) {
    const put = (body: object) => ask(validation, { method: 'PUT', path, body: { code: 'crypto', ...body }, key: one });
    expect((await put({ currency: 'USDT', address: customer })).status).toBe(200);
    for (const body of [
      { currency: 'USDT', address: customer.slice(0, 41) },
      { currency: 'USDT', address: customer.replace('C', 'c') },
      { currency: 'BTC', address: customer },
      { currency: 'USDT', protocol: 'TRC20', address: customer },
      { currency: 'USDT', address: demoAccount('vault').address },
    ]) {
      const { status, json } = await put(body);
      expect([status, json.errorList]).toEqual([400, [expect.objectContaining(wrong)]]);
    }
  }
});

test('payments are listed newest first, by what they are called, how they stand and when they were made', async () => {
  const { uuid, reference } = await waiting();
  const list = async (query: string) => {
    const { json } = await signed(payments, { path: `/api/v1/pay/summary?merchantId=${uuidOf(merchantId)}${query}` });
    return json.map((one: { uuid: string }) => one.uuid);
  };
  const all = await list('&max=100');
  expect([all[0], (await list('')).length]).toEqual([uuid, Math.min(10, all.length)]);
  expect(await list('&offset=1&max=2')).toEqual(all.slice(1, 3));
  expect(await list('&order=asc&max=100')).toEqual(all.toReversed());
  for (const query of [
    `&q=${uuid}`,
    `&q=${reference}`,
    `&customerReference=${reference}`,
    `&paymentExternalId=${uuid}`,
  ]) {
    expect(await list(query)).toEqual([uuid]);
  }
  const [paid] = await list('&status=COMPLETE&max=1');
  const { address, transactions } = (await look(paid)).json;
  const { hash } = transactions[0];
  expect(await list(`&q=${hash}`)).toContain(paid);
  expect(await list(`&q=${hash.replaceAll(/[0-9]/g, 'a')}`)).toEqual([]);
  expect(await list(`&q=${address.address}&max=100`)).toContain(paid);
  expect(await list('&status=OVERPAID')).toEqual([]);
  expect(await list('&toDate=2020-01-01')).toEqual([]);
  expect(await list('&fromDate=2020-01-01&max=100')).toEqual(all);
  expect((await signed(payments, { path: '/api/v1/pay/summary?max=x' })).json.errorList[0].parameter).toBe('max');
});

test('nobody reads, lists or moves another merchant’s payments, and a uuid shows its own alone', async () => {
  const { uuid } = await waiting();
  const plain = await world.newPayout({ recipient: { type: 'anyone' } });
  const plainUuid = uuidOf(plain.id);
  const stranger = await anotherKey();
  for (const one of [uuid, plainUuid]) {
    expect((await ask(summary, { path: `/api/v1/pay/${one}/summary`, uuid: one, key: stranger })).status).toBe(404);
  }
  expect((await ask(payments, { path: '/api/v1/pay/summary?merchantId=Theirs', key: stranger })).json).toEqual([]);
  const theirs = { ...bodyOf({ merchantId: 'theirs' }), payOutDetails: { currency: 'USDT' } };
  const refused = await ask(payments, { method: 'POST', path: '/api/v1/pay/summary', body: theirs, key: stranger });
  expect(refused.json.errorList).toMatchObject([{ parameter: 'currency', code: 'asset_unavailable' }]);
  expect((await look(plainUuid)).json).toMatchObject({ uuid: plainUuid, reference: plain.reference });
  for (const resource of [hosted, summary]) expect((await byPage(resource, plainUuid)).status).toBe(404);
  for (const resource of [update, accept]) expect((await byPage(resource, plainUuid, {})).status).toBe(404);
  expect(await payoutOf(uuid)).not.toContain(uuid);
  expect(uuidOf(await payoutOf(uuid))).not.toBe(uuid);
});

async function anotherKey(): Promise<HawkKey> {
  const { sql } = world.database;
  const id = newId('merchant');
  await sql`insert into merchants (id, name, test_mode) values (${id}, 'Other', true)`;
  await sql`insert into members (merchant_id, user_id, role, created_at) values (${id}, 'us_other', 'owner', now())`;
  const ctx = world.member('owner', 'us_other');
  const actor = { ...ctx.actor, merchantId: id };
  const made = await makeDoorKey({ ...ctx, actor }, { door: 'coindirect', name: 'Other', merchant_id: 'theirs' });
  await sql`update api_keys set requests_per_minute = 100000`;
  return { id: made.public_id, key: made.secret };
}

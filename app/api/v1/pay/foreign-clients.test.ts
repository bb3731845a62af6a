import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { makeDoorKey } from '@/lib/doors/keys/keys';
import { type HawkKey, hawkHeader } from '@/lib/doors/testing/coindirect-client';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { env } from '@/lib/kernel/env';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { testRelay } from '@/lib/relay/testing/relay';
import { coindirectRoutes } from './coindirect-routes';

/**
 * Calls of published clients in their order, with their headers and bodies, over HTTP: Coindirect's widget for React, pages that follow
 * BVNK's hosted one, and BVNK's SDK for JavaScript. None of them is in the registry, so each is walked by its source.
 */
const world = testWorld();
const relay = testRelay(world);
const portal = servedRoutes(coindirectRoutes);
const customer = demoAccount('customer').address;
const merchantId = '9A57C17A-1EEF-48FF-83D0-B5892C99F767';
let key: HawkKey;
let references = 0;

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  await world.database.sql`update members set role = 'owner' where user_id = 'us_owner'`;
  const made = await makeDoorKey(world.member('owner'), { door: 'coindirect', name: 'Shop', merchant_id: merchantId });
  key = { id: made.public_id, key: made.secret };
  await relay.add();
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
});

type Method = 'GET' | 'POST' | 'PUT';

async function send(method: Method, path: string, headers: Record<string, string>, body?: object) {
  const type = body && { 'Content-Type': 'application/json' };
  const init = { method, headers: { ...headers, ...type }, body: body && JSON.stringify(body) };
  const answer = await fetch(`${portal.url}${path}`, init);
  const text = await answer.text();
  return { status: answer.status, data: text ? JSON.parse(text) : null };
}

/** As pages ask: axios sends these, and nothing that proves who asks. */
const byPage = (method: Method, path: string, body?: object) =>
  send(method, path, { Accept: 'application/json, text/plain, */*', Origin: 'https://shop.example' }, body);

/** As the SDK asks: a header that was made beforehand stands in place of an API key, and what has no body has no type. */
function bySdk(method: Method, path: string, body?: object) {
  const authorization = hawkHeader({ method, path, key, base: env.BASE_URL, withoutQuery: true });
  const agent = 'OpenAPI-Generator/1.0.1/Javascript';
  return send(method, path, { Authorization: authorization, Accept: 'application/json', 'User-Agent': agent }, body);
}

async function waiting(): Promise<string> {
  references += 1;
  const body = { merchantId, type: 'OUT', amount: 25, currency: 'USDT', reference: `foreign-${references}` };
  return (await bySdk('POST', '/api/v1/pay/summary', body)).data.uuid;
}

test('the widget for React reads its price, tries addresses letter by letter, sends once and shows what was sent', async () => {
  const uuid = await waiting();
  const base = '/api/v1/pay';
  const { data: currencies } = await byPage('GET', '/api/currency/crypto?max=1000&sort=rank&order=asc');
  const { data: status } = await byPage('GET', `${base}/${uuid}`);
  const { code } = currencies.find((one: { code: string }) => one.code === status.quote.from);
  const update = (payOutInstruction: object | null) =>
    byPage('PUT', `${base}/${uuid}/update`, { currency: code, payOutMethod: 'crypto', payOutInstruction });
  const { data: first } = await update(null);
  expect([first.amount, first.quote.from, first.quote.fee, first.currency]).toEqual([25, 'USDT', 0, 'USDT']);
  expect([first.quote.amountOut, first.quote.to]).toEqual([25, 'USDT']);
  expect(first.quote.acceptanceExpiryDate).toBeGreaterThan(Date.now());
  const instruction = (address: string) => ({ code: 'crypto', address, currency: code });
  for (const typed of ['0', '0x3C44', customer.slice(0, -1)]) {
    expect((await byPage('PUT', `${base}/validate`, instruction(typed))).status).toBe(400);
    const refused = await update(instruction(typed));
    expect([refused.status, typeof refused.data.errorList[0].message]).toEqual([400, 'string']);
  }
  expect((await byPage('PUT', `${base}/validate`, instruction(customer))).status).toBe(200);
  expect((await update(instruction(customer))).status).toBe(200);
  for (const _press of [1, 2]) {
    expect((await byPage('PUT', `${base}/${uuid}/accept`, { successUrl: 'no_url' })).status).toBe(200);
  }
  const { data: shown } = await byPage('GET', `${base}/${uuid}`);
  expect(currencies.map((one: { code: string }) => one.code)).toContain(shown.quote.to);
  expect([shown.quote.amountOut, shown.fee, shown.quote.amountInGross]).toEqual([25, 0, 25]);
  expect(shown.address.address).toBe(customer);
});

test('a page that follows BVNK’s hosted one is answered with the whole payment, and told when it is over', async () => {
  const uuid = await waiting();
  const at = `/api/v1/pay/${uuid}`;
  const { data: before } = await byPage('GET', `${at}/summary`);
  expect(before).toMatchObject({ status: 'PENDING', quoteStatus: 'PENDING', address: { address: null }, refunds: [] });
  const payOutInstruction = { code: 'crypto', address: customer, currency: 'USDT' };
  const update = { currency: 'USDT', payOutMethod: 'crypto', payOutInstruction };
  const { data: updated } = await byPage('PUT', `${at}/update/summary`, update);
  expect(updated).toMatchObject({ uuid, quoteStatus: 'PENDING', paidCurrency: { currency: 'USDT', amount: 25 } });
  const { data: accepted } = await byPage('PUT', `${at}/accept/summary`, { successUrl: 'no_url' });
  expect(accepted).toMatchObject({ uuid, quoteStatus: 'ACCEPTED', address: { address: customer } });
  expect((await byPage('GET', `${at}/summary`)).data).toEqual(accepted);
  expect((await byPage('PUT', `/v1/pay/${uuid}/accept/summary`, { successUrl: 'no_url' })).data).toEqual(accepted);
  const gone = await waiting();
  await world.database.sql`update claim_links set revoked_at = now() where payout_id =
    (select payout_id from coindirect_payouts where uuid = ${gone})`;
  const refused = await byPage('PUT', `/api/v1/pay/${gone}/update/summary`, update);
  expect([refused.status, refused.data.code]).toEqual([400, 'MER-PAY-2017']);
});

const [text, number] = [expect.any(String), expect.any(Number)];
const money = { currency: text, amount: number, actual: number };
const rate = { base: text, counter: text, rate: number };

test('the SDK for JavaScript makes, reads and lists payments, and reads of them what its model declares', async () => {
  const instruction = { code: 'crypto', currency: 'USDT', protocol: 'ERC20', address: customer };
  expect((await bySdk('PUT', '/api/v1/pay/validate', instruction)).status).toBe(200);
  const body = {
    merchantId,
    type: 'OUT',
    amount: 40,
    currency: 'USDT',
    reference: 'sdk-1',
    payOutDetails: instruction,
  };
  const { status, data } = await bySdk('POST', '/api/v1/pay/summary', body);
  expect([status, data]).toEqual([
    200,
    expect.objectContaining({
      ...{
        uuid: text,
        merchantDisplayName: text,
        merchantId,
        reference: 'sdk-1',
        type: 'OUT',
        subType: 'merchantPayOut',
      },
      ...{ dateCreated: number, expiryDate: number, acceptanceExpiryDate: number, quoteStatus: 'ACCEPTED' },
      ...{ status: 'PENDING', displayCurrency: money, walletCurrency: money, paidCurrency: money, feeCurrency: money },
      ...{ displayRate: rate, exchangeRate: rate, transactions: [], refunds: [], redirectUrl: text },
      address: { protocol: text, address: customer, tag: null, uri: text, alternatives: [] },
    }),
  ]);
  const { data: read } = await bySdk('GET', `/api/v1/pay/${data.uuid}/summary`);
  expect(read).toEqual(data);
  const listed = await bySdk('GET', `/api/v1/pay/summary?merchantId=${merchantId}&offset=0&max=1&order=desc`);
  expect(listed.data).toEqual([data]);
});

test('the SDK for JavaScript makes a quote, reads it, lists all of its merchant and accepts it without a body', async () => {
  const asked = { from: 'JPY', to: 'USDT', payInMethod: 'wallet', payOutMethod: 'wallet' };
  const quote = async (amountIn: number) =>
    (await bySdk('POST', '/api/v1/quote?estimate=false', { ...asked, merchantId, amountIn })).data;
  const [first, second] = [await quote(1000), await quote(2000)];
  expect((await bySdk('GET', `/api/v1/quote/${first.uuid}`)).data).toEqual(first);
  for (const path of [`/api/v1/quote/${merchantId}`, '/api/v1/quote', `/api/v1/quote?merchantId=${merchantId}`]) {
    expect((await bySdk('GET', path)).data).toEqual([second, first]);
  }
  expect((await bySdk('GET', `/api/v1/quote/${merchantId}?offset=1&max=1`)).data).toEqual([first]);
  const { data: taken } = await bySdk('PUT', `/api/v1/quote/accept/${second.uuid}`);
  expect(taken).toMatchObject({
    quote: { uuid: second.uuid, quoteStatus: 'ACCEPTED' },
    payment: { displayCurrency: { currency: 'JPY', amount: 2000 }, paidCurrency: { amount: 13 } },
  });
  expect((await bySdk('GET', `/api/v1/quote/${merchantId}`)).data[0]).toEqual(taken.quote);
  const refused = await bySdk('GET', '/api/v1/quote/0a12a214-1619-43fa-9be1-0029f6a440a0');
  expect(refused.status).toBe(404);
  expect((await bySdk('GET', '/api/v1/quote?merchantId=theirs')).data.errorList[0].parameter).toBe('merchantId');
});

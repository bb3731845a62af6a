import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { at, facts, real, signed } from '@/lib/dialects/testing/signed';
import { parseExact, ReadNumber } from '@/lib/kernel/exact-json';
import { idOfUuid, uuidOf } from '@/lib/kernel/ids';
import { documented, sampleEvent } from '@/lib/webhooks/events/samples';
import { coindirect } from './coindirect';
import { type CoindirectFacts, linkTokenOf } from './coindirect-summary';
import type { EventToSend, Message } from './dialect';

const secret = 'ODFjZWIyODctYjE3NC00NDc0';
const url = 'https://example.com/hooks/pay';
const post = (body: string, headers: Record<string, string> = {}): Message => ({ method: 'POST', url, headers, body });
const bodyOf = (event: EventToSend) => JSON.parse(coindirect.render(event, url).body);
const hash = '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3';

/** Coindirect's published payout webhook, PROCESSING. */
const published = `{
  "source": "payment",
  "event": "statusChanged",
  "data": {
    "uuid": "0e135a7e-82e5-4b59-8682-d6e7db362c1d",
    "merchantId": "9a57c17a-1eef-48ff-83d0-b5892c99f767",
    "dateCreated": 1633010474797,
    "expiryDate": 1633014067303,
    "reference": "af1f5c35-a818-4493-957b-8678f6b90ff6",
    "type": "OUT",
    "status": "PROCESSING",
    "displayCurrency": { "currency": "JPY", "amount": 5000, "actual": 5000 },
    "walletCurrency": { "currency": "EUR", "amount": 38.59, "actual": 38.59 },
    "paidCurrency": { "currency": null, "amount": 0, "actual": 0 },
    "feeCurrency": { "currency": "EUR", "amount": 0.38, "actual": 0.38 },
    "displayRate": { "base": "EUR", "counter": "JPY", "rate": 129.567245400362788287 },
    "exchangeRate": { "base": "USDT", "counter": "EUR", "rate": 0.545751261991275176 },
    "address": { "protocol": null, "address": "THr6oYBp7mgUHiLoxYcqKtoKneKvEhyE22", "tag": "[]" },
    "redirectUrl": null,
    "returnUrl": "https://yourwebsitename.com",
    "transactions": [
      {
        "dateCreated": 1633010478635,
        "dateConfirmed": null,
        "hash": null,
        "amount": 21.0605412,
        "risk": "UNKNOWN",
        "networkFeeCurrency": null,
        "networkFeeAmount": null,
        "sources": null,
        "exchangeRate": { "base": "USDT", "counter": "EUR", "rate": 1.8323365783 },
        "displayRate": { "base": "JPY", "counter": "USDT", "rate": 0.007718 }
      }
    ]
  }
}`;

/** Names of fields with the kind of what is in them; null where the published sample has null. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

const rate = { base: 'USDT', counter: 'USDT', rate: 1 };

test('a completed payout is the published payload, field by field', () => {
  expect(bodyOf(real(sampleEvent({ event: 'payout.completed' })))).toEqual({
    source: 'payment',
    event: 'statusChanged',
    data: {
      uuid: uuidOf(documented.payoutId),
      merchantId: uuidOf(documented.merchantId),
      dateCreated: at.getTime() - 60_000,
      expiryDate: at.getTime() + 86_400_000,
      quoteExpiryDate: null,
      reference: 'order-1004',
      type: 'OUT',
      status: 'COMPLETE',
      displayCurrency: { currency: 'USDT', amount: 25, actual: 25 },
      walletCurrency: { currency: 'USDT', amount: 25, actual: 25 },
      paidCurrency: { currency: 'USDT', amount: 24.5, actual: 24.5 },
      feeCurrency: { currency: 'USDT', amount: 0.5, actual: 0.5 },
      displayRate: rate,
      exchangeRate: rate,
      address: {
        protocol: 'LOCAL',
        address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
        tag: null,
        uri: `ethereum:${testUsdtAddress}@31337/transfer?address=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC&uint256=24500000`,
        alternatives: [],
      },
      redirectUrl: null,
      returnUrl: 'https://example.com/thanks',
      transactions: [
        {
          dateCreated: at.getTime() - 5_000,
          dateConfirmed: at.getTime(),
          hash,
          amount: 24.5,
          risk: 'UNKNOWN',
          networkFeeCurrency: null,
          networkFeeAmount: null,
          sources: null,
          exchangeRate: rate,
          displayRate: rate,
        },
      ],
    },
    version: 5,
    sequence: 812,
  });
});

test('the published payload has these fields, and those that only its description names', () => {
  const ours = bodyOf(real(sampleEvent({ event: 'payout.processing' })));
  const theirs = JSON.parse(published);
  const { quoteExpiryDate, ...rest } = ours.data;
  expect([quoteExpiryDate, Object.keys(rest)]).toEqual([null, Object.keys(theirs.data)]);
  const { uri, alternatives, ...address } = ours.data.address;
  expect([typeof uri, alternatives, Object.keys(address)]).toEqual(['string', [], Object.keys(theirs.data.address)]);
  expect(Object.keys(ours.data.transactions[0]).toSorted()).toEqual(
    Object.keys(theirs.data.transactions[0]).toSorted(),
  );
  for (const name of ['displayCurrency', 'walletCurrency', 'feeCurrency', 'displayRate', 'exchangeRate']) {
    expect(shapeOf(ours.data[name])).toEqual(shapeOf(theirs.data[name]));
  }
});

test.each([
  ['awaiting_approval', 0, 0, null],
  ['pending', 0, 0, null],
  ['processing', 25, 0, null],
  ['completed', 25, 24.5, at.getTime()],
  ['failed', 0, 0, null],
  ['cancelled', 0, 0, null],
  ['expired', 0, 0, null],
] as const)('%s: debited is %d, and paid what the chain confirmed, %d', (status, debited, paid, confirmed) => {
  const { data } = bodyOf(sampleEvent({ status }));
  expect([data.displayCurrency.actual, data.walletCurrency.actual]).toEqual([debited, debited]);
  expect(data.paidCurrency).toEqual({ currency: 'USDT', amount: 24.5, actual: paid });
  for (const { dateConfirmed } of data.transactions) expect(dateConfirmed).toBe(confirmed);
});

test('a payment that was taken back is not confirmed any more', () => {
  const { data } = bodyOf(real(sampleEvent({ event: 'payout.failed' }), { completed_at: at.toISOString() }));
  expect(data.transactions).toMatchObject([{ hash, dateConfirmed: null }]);
});

test('what is known beside the payout is told with it: its own name and page, who paid, and the network fee', () => {
  const relay = { state: 'paid', reason: null, network_fee: { amount: '0.000000000000000123', currency: 'ETH' } };
  const uuid = '0e135a7e-82e5-4b59-8682-d6e7db362c1d';
  const payer = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8';
  const told = (facts: Partial<CoindirectFacts>) =>
    coindirect.render(
      {
        ...real(sampleEvent({ event: 'payout.completed' }), { relay, recipient: { type: 'anyone' }, transfer: null }),
        coindirect: { uuid, linked: true, payer, address: null, ...facts },
      },
      url,
    ).body;
  const redirectUrl = `http://localhost:3000/p/${linkTokenOf(uuid)}`;
  const { data } = JSON.parse(told({ address: payer }));
  expect(data).toMatchObject({ uuid, redirectUrl, transactions: [] });
  expect(data.address.address).toBe('0x70997970C51812dc3A010C7d01b50e0d17dc79C8');
  expect(JSON.parse(told({ linked: false })).data.redirectUrl).toBeNull();
  const paid = { ...real(sampleEvent({ event: 'payout.completed' }), { relay }), coindirect: null };
  expect(
    bodyOf({ ...paid, coindirect: { uuid: null, linked: false, payer, address: null } }).data.transactions,
  ).toMatchObject([{ sources: ['0x70997970C51812dc3A010C7d01b50e0d17dc79C8'], networkFeeCurrency: 'ETH' }]);
  expect(coindirect.render(paid, url).body).toContain('"networkFeeAmount":0.000000000000000123,"sources":null');
});

test('a fee that the merchant pays is debited on top', () => {
  const amounts = { fee_payer: 'merchant', amount: '25.00', fee: '0.50', net: '25.00' };
  const { data } = bodyOf(real(sampleEvent({ event: 'payout.completed' }), amounts));
  expect([data.displayCurrency.amount, data.walletCurrency.amount, data.paidCurrency.actual]).toEqual([25, 25.5, 25]);
});

test('18 decimals survive on the way out and on the way in', () => {
  const amounts = {
    amount: '123456789.123456789012345678',
    fee: '0.000000000000000001',
    net: '123456789.123456789012345677',
  };
  const event = real(sampleEvent({ event: 'payout.completed' }), amounts);
  const { body } = coindirect.render(event, url);
  expect(body).toContain(
    '"paidCurrency":{"currency":"USDT","amount":123456789.123456789012345677,"actual":123456789.123456789012345677}',
  );
  expect(body).toContain('"walletCurrency":{"currency":"USDT","amount":123456789.123456789012345678,');
  expect(body).toContain('"feeCurrency":{"currency":"USDT","amount":0.000000000000000001,');
  expect(coindirect.parse(post(body))?.amount).toBe('123456789.123456789012345677');
});

test('who claimed is the address, where anyone may claim', () => {
  const anyone = { recipient: { type: 'anyone' } };
  const addressIn = (event: EventToSend) => bodyOf(event).data.address.address;
  expect(addressIn(real(sampleEvent({ event: 'payout.created' }), anyone))).toBeNull();
  expect(addressIn(real(sampleEvent({ event: 'payout.completed' }), anyone))).toBe(
    '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
  );
});

test('the published payload is read', () => {
  expect(coindirect.parse(post(published))).toEqual({
    key: '0e135a7e-82e5-4b59-8682-d6e7db362c1d:PROCESSING',
    type: 'statusChanged',
    status: 'PROCESSING',
    payoutId: idOfUuid('payout', '0e135a7e-82e5-4b59-8682-d6e7db362c1d'),
    reference: 'af1f5c35-a818-4493-957b-8678f6b90ff6',
    hash: null,
    amount: '0',
  });
  expect(parseExact(published)).toMatchObject({
    data: {
      displayRate: { rate: new ReadNumber('129.567245400362788287') },
      transactions: [{ amount: new ReadNumber('21.0605412') }],
    },
  });
});

test('a hash that comes later under the same status is news', () => {
  const later = published.replace('"hash": null', `"hash": "${hash.slice(2)}"`);
  expect(coindirect.parse(post(later))).toMatchObject({ hash });
  expect(coindirect.parse(post(later))?.key).not.toBe(coindirect.parse(post(published))?.key);
});

test.each([
  ['null', 'null'],
  ['an object', '{"level":"LOW","resourceName":null,"resourceCategory":null}'],
])('risk may be %s', (_what, risk) => {
  expect(coindirect.parse(post(published.replace('"UNKNOWN"', risk)))).toMatchObject({ status: 'PROCESSING' });
});

test.each([
  ['https://example.com/hooks/pay', '/hooks/pay'],
  ['https://example.com/hooks/pay?shop=1&b=%20x', '/hooks/payshop=1&b=%20x'],
  ['https://example.com:8443/a%20b?', '/a b'],
  ['https://example.com', ''],
  ['https://example.com/?x=/y?z#part', '/x=/y?z'],
])('%s is signed as its path, its raw query, the content type and the body', (address, signedAddress) => {
  const rendered = coindirect.render(sampleEvent({ event: 'payout.completed' }), address);
  const made = coindirect.sign(rendered, { signing: 'hmac', secrets: [secret] }, { id: 'ev', at, merchantId: 'mer' });
  const expected = createHmac('sha256', secret)
    .update(`${signedAddress}application/json${rendered.body}`)
    .digest('hex');
  expect(made.headers).toEqual({ 'content-type': 'application/json', 'x-signature': expected });
  expect(coindirect.verify(made, secret, facts)).toBe(true);
  expect(coindirect.explain(made, secret, facts)?.signedContent).toBe(
    `${signedAddress}application/json${rendered.body}`,
  );
});

test('the signature of a known message is the known one, in either case of its letters', () => {
  // printf '%s' '/hooks/payapplication/json{"source":"payment"}' | openssl dgst -sha256 -hmac ODFjZWIyODctYjE3NC00NDc0
  const known = '94ff56e1f12c2485fecd2578a10578de8612fbc6989f165175e95e2a9b6159eb';
  const headers = { 'content-type': 'application/json' };
  for (const signature of [known, known.toUpperCase(), ` ${known} `]) {
    expect(
      coindirect.verify(post('{"source":"payment"}', { ...headers, 'x-signature': signature }), secret, facts),
    ).toBe(true);
  }
  for (const signature of [`0${known}`, known.slice(1), `${known}0`, known.replace(/^./, 'g')]) {
    expect(
      coindirect.verify(post('{"source":"payment"}', { ...headers, 'x-signature': signature }), secret, facts),
    ).toBe(false);
  }
});

test('address and content type are signed: a message moved elsewhere is refused', () => {
  const made = signed('coindirect', sampleEvent({ event: 'payout.completed' }), [secret]);
  expect(coindirect.verify(made, secret, facts)).toBe(true);
  expect(coindirect.verify({ ...made, url: made.url.replace('shop=1', 'shop=2') }, secret, facts)).toBe(false);
  expect(coindirect.verify({ ...made, url: made.url.replace('/webhooks', '/other') }, secret, facts)).toBe(false);
  const headers = { ...made.headers, 'content-type': 'text/plain' };
  expect(coindirect.verify({ ...made, headers }, secret, facts)).toBe(false);
});

test('every state is told', () => {
  for (const status of payoutStatuses)
    expect(coindirect.parse(coindirect.render(sampleEvent({ status }), url))).not.toBeNull();
});

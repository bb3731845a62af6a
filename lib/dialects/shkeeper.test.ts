import { expect, test } from 'vitest';
import { real } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import type { Message } from './dialect';
import { shkeeper } from './shkeeper';

const url = 'https://example.com/cb';
const hash = 'aa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3';
const post = (body: string, headers: Record<string, string> = {}): Message => ({ method: 'POST', url, headers, body });
const payoutId = 'po_06e2m5k3v7q8w9x0y1z2a3b4c8';

/** As the server writes it, its keys sorted and without spaces. */
const callback = (externalId: string | null) =>
  `{"amount":"107.5000000000","amount_fiat":"107.5000000000","crypto":"BNB-USDT","currency_fiat":"USD","external_id":${JSON.stringify(externalId)},"payout_id":1,"status":"SUCCESS","timestamp":"2026-11-22T04:13:18","tx_hash":"${hash}"}`;

/** Made by the server's own function, over seconds and body. */
const known = '4bb210136fbf30d46eb3ffe6741b001ae479414b583d91c9a74a10ca3677ccdf';
const secret = 'test-api-key';
const seconds = 1_700_000_000;
const facts = (now = seconds) => ({ now: new Date(now * 1000), merchantId: 'mer_1' });
const proved = (signature: string, time = String(seconds)) =>
  post('{"a":1}', { 'x-shkeeper-timestamp': time, 'x-shkeeper-signature': signature });

test.each([known, known.toUpperCase(), ` ${known} `])('what the server itself signed is taken: %s', (signature) => {
  expect(shkeeper.verify(proved(signature), secret, facts())).toBe(true);
  expect(shkeeper.verify(proved(signature), 'another-api-key', facts())).toBe(false);
});

test.each([
  [-300, true],
  [300, true],
  [-301, false],
  [301, false],
])('a message whose time is %i seconds from ours is taken: %s', (off, taken) => {
  expect(shkeeper.verify(proved(known), secret, facts(seconds + off))).toBe(taken);
});

test.each([String(seconds + 1), '', 'yesterday', '1.7e9', `-${seconds}`])(
  'the time is signed, too: with %j nothing is proved',
  (time) => {
    expect(shkeeper.verify(proved(known, time), secret, facts())).toBe(false);
  },
);

test('a callback says which attempt of ours it is about, by what hash, in the exact amount', () => {
  expect(shkeeper.parse(post(callback(`${payoutId}-2`)))).toEqual({
    key: `1:${payoutId}-2:SUCCESS:0x${hash}`,
    type: 'payout',
    status: 'SUCCESS',
    payoutId,
    reference: null,
    submission: `${payoutId}-2`,
    hash: `0x${hash}`,
    amount: '107.5',
  });
});

test('a name that is not ours is the merchant’s own', () => {
  expect(shkeeper.parse(post(callback('order-1004')))).toMatchObject({ payoutId: null, reference: 'order-1004' });
  expect(shkeeper.parse(post(callback('po_short-1')))).toMatchObject({ payoutId: null, reference: 'po_short-1' });
  expect(shkeeper.parse(post(callback(null)))).toMatchObject({
    payoutId: null,
    reference: null,
    key: `1:SUCCESS:0x${hash}`,
  });
});

test('a server that counts from 1 again does not repeat what another one told', () => {
  const keys = ['po-1', 'po-2'].map((name) => shkeeper.parse(post(callback(name)))?.key);
  expect(new Set(keys).size).toBe(2);
});

test('we tell of a payout in the fields of the server, sorted as its own, with ten decimals and a bare hash', () => {
  const body = shkeeper.render(real(sampleEvent({ event: 'payout.completed' })), url).body;
  expect(body).toBe(
    `{"amount":"24.5000000000","amount_fiat":null,"crypto":"USDT","currency_fiat":null,"external_id":"order-1004","payout_id":"${payoutId}","status":"SUCCESS","timestamp":"2026-01-31T11:59:00","tx_hash":"${hash}","version":5,"sequence":812}`,
  );
});

test('an amount with more than ten decimals keeps them all', () => {
  const event = real(sampleEvent({ event: 'payout.completed' }), { net: '0.000000000000000001' });
  expect(JSON.parse(shkeeper.render(event, url).body).amount).toBe('0.000000000000000001');
});

import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { facts, real } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import type { Message } from './dialect';
import { nitro } from './nitro';

const secret = 'nitro-secret-of-this-test';
const url = 'https://example.com/nitro';
const post = (body: string, headers: Record<string, string> = {}): Message => ({ method: 'POST', url, headers, body });
const hash = '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3';

test('a completed payout is told with what was asked for and what the chain confirmed', () => {
  expect(JSON.parse(nitro.render(real(sampleEvent({ event: 'payout.completed' })), url).body)).toEqual({
    event: 'payout-update',
    payout_id: 'po_06e2m5k3v7q8w9x0y1z2a3b4c8',
    status: 'completed',
    amount: '25.00',
    verified_amount: '24.50',
    fee: '0.50',
    currency: 'USDT',
    reference: 'order-1004',
    hash,
    version: 5,
    sequence: 812,
  });
});

test.each([
  ['awaiting_approval', '0.00'],
  ['pending', '0.00'],
  ['processing', '0.00'],
  ['completed', '24.50'],
  ['failed', '0.00'],
  ['cancelled', '0.00'],
  ['expired', '0.00'],
] as const)('%s: nothing but a confirmed payment is verified: %s', (status, verified) => {
  const body = JSON.parse(nitro.render(sampleEvent({ status }), url).body);
  expect([body.amount, body.verified_amount]).toEqual(['25.00', verified]);
});

test('the signature is the hex HMAC-SHA256 of the body, and nothing else of ours is in the headers', () => {
  const rendered = nitro.render(sampleEvent({ event: 'payout.completed' }), url);
  const made = nitro.sign(
    rendered,
    { signing: 'hmac', secrets: [secret] },
    { id: 'ev', at: facts.now, merchantId: 'mer' },
  );
  const signature = createHmac('sha256', secret).update(rendered.body).digest('hex');
  expect(made).toEqual({
    ...rendered,
    headers: { 'content-type': 'application/json', 'x-nitro-signature': signature },
  });
});

/** printf '%s' '{"event":" payout-update","payout_id":"p-1"}' | openssl dgst -sha256 -hmac nitro-secret-of-this-test */
const known = 'badda0576c58d5595db24dcff8335896a16f38ed6188d0785b6669558aa31647';
const stray = '{"event":" payout-update","payout_id":"p-1"}';

test.each([known, known.toUpperCase(), ` ${known}\t`, `sha256=${known}`, Buffer.from(known, 'hex').toString('base64')])(
  'the signature of a known body is taken as %s',
  (signature) => {
    expect(nitro.verify(post(stray, { 'x-nitro-signature': signature }), secret, facts)).toBe(true);
    expect(nitro.verify(post(`${stray} `, { 'x-nitro-signature': signature }), secret, facts)).toBe(false);
  },
);

test('stray spaces, numbers for names and amounts of either kind are read', () => {
  const body =
    '{"event":" payout-update","payout_id":  4711,"status":" completed ","amount":25.10,"verified_amount":"25.000000000000000001"}';
  expect(nitro.parse(post(body))).toEqual({
    key: '4711:completed',
    type: 'payout-update',
    status: 'completed',
    payoutId: null,
    reference: '4711',
    hash: null,
    amount: '25.000000000000000001',
  });
});

test('before it is completed, the amount is the one that was asked for', () => {
  const body = '{"event":"payout-update","payout_id":"p-1","status":"pending","amount":25.10,"verified_amount":0}';
  expect(nitro.parse(post(body))).toMatchObject({ key: 'p-1:pending', amount: '25.1' });
});

test('other news of theirs is readable and names nothing of ours', () => {
  const body = '{"event":"deposit-update","deposit_id":"d-1","status":"confirmed","amount":5,"verified_amount":5}';
  const read = nitro.parse(post(body));
  expect(read).toMatchObject({
    type: 'deposit-update',
    status: 'confirmed',
    payoutId: null,
    reference: null,
    hash: null,
  });
  expect(nitro.parse(post(body))?.key).toBe(read?.key);
  expect(nitro.parse(post(body.replace('d-1', 'd-2')))?.key).not.toBe(read?.key);
});

test.each([
  ['-1', null],
  ['"-1.00"', null],
  ['"1,50"', null],
  ['"NaN"', null],
  ['[]', null],
  ['1e2', '100'],
  ['1E-7', '0.0000001'],
])('an amount of %s is %s', (amount, read) => {
  const body = `{"event":"payout-update","payout_id":"p-1","status":"pending","amount":${amount}}`;
  expect(nitro.parse(post(body))?.amount).toBe(read);
});

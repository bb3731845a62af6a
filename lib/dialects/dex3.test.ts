import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { at, facts, real, signed } from '@/lib/dialects/testing/signed';
import { plainDecimal } from '@/lib/kernel/exact-json';
import { documented, sampleEvent } from '@/lib/webhooks/events/samples';
import { dex3 } from './dex3';
import type { Message } from './dialect';

const secret = dex3.newSecret('hmac');
const url = 'https://example.com/dex3';
const post = (body: string): Message => ({ method: 'POST', url, headers: {}, body });
const completed = real(sampleEvent({ event: 'payout.completed' }));
const hash = '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3';
const recipient = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const sha256 = (...parts: string[]) => createHash('sha256').update(parts.join('')).digest('hex');
const bodyOf = (message: Message) => JSON.parse(message.body);

test('a completed payout is one flat body with its signature inside', () => {
  expect(bodyOf(signed('dex3', completed, [secret]))).toEqual({
    payout_id: documented.payoutId,
    order_id: 'order-1004',
    productName: 'Refund of order 1004',
    amount: 2500,
    tokenName: 'USDT',
    receiver_type: 'address',
    receiver_value: recipient,
    receiver: recipient,
    finalAmount: 2450,
    status: 'completed',
    hash,
    expiration: 86_460,
    created: at.getTime() / 1000 - 60,
    notes: '{"user_uuid":"9b2c6a51-3f0e-4c57-8f5d-2f1a5c0d7e44"}',
    version: 5,
    sequence: 812,
    signature: sha256('order-1004', documented.merchantId, '2500', recipient, hash, secret),
  });
});

test('by default only the success is told', () => {
  expect(dex3.defaultEvents).toEqual(['payout.completed']);
});

test.each([
  ['25.00', '2500'],
  ['0.01', '1'],
  ['1', '100'],
  ['0.10', '10'],
  ['1000000.00', '100000000'],
  ['25.005', '2500.5'],
  ['123456789.123456789012345678', '12345678912.3456789012345678'],
])('%s is %s cents, to the last digit, and signed as it is written', (amount, cents) => {
  const message = signed('dex3', real(completed, { amount }), [secret]);
  expect(message.body).toContain(`"amount":${cents},`);
  expect(bodyOf(message).signature).toBe(sha256('order-1004', documented.merchantId, cents, recipient, hash, secret));
  expect(dex3.verify(message, secret, facts)).toBe(true);
  expect(dex3.parse(message)?.amount).toBe(plainDecimal(amount));
});

test('the receiver is who was named, or else who claimed', () => {
  const of = (data: Record<string, unknown>) => bodyOf(signed('dex3', real(completed, data), [secret]));
  const email = { type: 'email', email: 'customer@example.com' };
  expect(of({ recipient: email })).toMatchObject({
    receiver_type: 'email',
    receiver_value: 'customer@example.com',
    receiver: recipient,
  });
  expect(of({ recipient: { type: 'anyone' } })).toMatchObject({ receiver_type: 'address', receiver_value: recipient });
  expect(of({ recipient: { type: 'anyone' }, transfer: null })).toMatchObject({ receiver_value: '', hash: null });
});

test('without a description the product has the reference as its name, and without metadata there are no notes', () => {
  const body = bodyOf(signed('dex3', real(completed, { description: null, metadata: {} }), [secret]));
  expect(body).toMatchObject({ productName: 'order-1004', notes: null });
});

test('while a rotation overlaps, both signatures are in the body', () => {
  const former = dex3.newSecret('hmac');
  const { signature, signature_previous } = bodyOf(signed('dex3', completed, [secret, former]));
  const proof = (key: string) => sha256('order-1004', documented.merchantId, '2500', recipient, hash, key);
  expect([signature, signature_previous]).toEqual([proof(secret), proof(former)]);
});

test('a secret of theirs is written with their public key before it', () => {
  const body = JSON.stringify({
    order_id: '1004',
    payout_id: 'TrxFJPpto1azEMQtWKMLkXhLGYWdkm',
    amount: 10_000,
    receiver_value: '0xdac17f958d2ee523a2206206994597c13d831ec7',
    hash,
    signature: sha256(
      '1004',
      'theirPublic',
      '10000',
      '0xdac17f958d2ee523a2206206994597c13d831ec7',
      hash,
      'theirPrivate',
    ),
  });
  expect(dex3.verify(post(body), 'theirPublic:theirPrivate', facts)).toBe(true);
  expect(dex3.verify(post(body), 'theirPrivate', facts)).toBe(false);
  expect(dex3.verify(post(body), 'other:theirPrivate', facts)).toBe(false);
  expect(dex3.verify(post(body.replace('10000', '"10000"')), 'theirPublic:theirPrivate', facts)).toBe(true);
  expect(dex3.parse(post(body))).toEqual({
    key: `1004:${hash}:`,
    type: 'payout',
    status: null,
    payoutId: null,
    reference: '1004',
    hash,
    amount: '100',
  });
});

test('for another merchant the same body is not genuine', () => {
  const message = signed('dex3', completed, [secret]);
  expect(dex3.verify(message, secret, { ...facts, merchantId: 'mer_06e2m5k3v7q8w9x0y1z2a3b4c8' })).toBe(false);
});

test('what is not signed cannot make one message look like many', () => {
  const { body } = signed('dex3', completed, [secret]);
  const again = body.replace(documented.payoutId, 'po_other').replace('"version":5', '"version":6');
  expect(dex3.verify(post(again), secret, facts)).toBe(true);
  expect(dex3.parse(post(again))?.key).toBe(dex3.parse(post(body))?.key);
  expect(dex3.parse(post(body.replace('"status":"completed"', '"status":"anything"')))).toBeNull();
});

test.each(['-1', '1e3', '"1 0"', 'true', 'null', '""'])('an amount of %s is never signed', (amount) => {
  const body = `{"order_id":"1","amount":${amount},"receiver_value":"","signature":"${sha256('1')}"}`;
  expect(dex3.explain(post(body), secret, facts)).toBeNull();
  expect(dex3.verify(post(body), secret, facts)).toBe(false);
});

test('the explained text does not show the secret', () => {
  const explained = dex3.explain(signed('dex3', completed, [secret]), secret, facts);
  expect(explained?.signedContent).toBe(`order-1004${documented.merchantId}2500${recipient}${hash}{your secret}`);
  expect(JSON.stringify(explained)).not.toContain(secret);
});

import { createPublicKey, verify } from 'node:crypto';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { expect, test } from 'vitest';
import { payoutEventTypes } from '@/db/vocabulary/events';
import { at, facts, real, signed } from '@/lib/dialects/testing/signed';
import { eventEnvelope } from '@/lib/webhooks/endpoints/schema';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import type { Message } from './dialect';
import { standard } from './standard';

const event = real(sampleEvent({ event: 'payout.completed' }), { description: 'Rückzahlung ✓' });

/** Of the reference libraries (symmetric) and of the Svix server (ed25519), over one message. */
const vector = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  shared: {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  pair: {
    secret: 'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==',
    publicKey: 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=',
    signature: 'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
  },
};
const message: Message = { method: 'POST', url: 'https://example.com/', headers: {}, body: vector.body };
const stamp = { id: vector.id, at: vector.at, merchantId: facts.merchantId };
const then = { ...facts, now: vector.at };
const signVector = (...secrets: string[]) => standard.sign(message, { signing: 'hmac', secrets }, stamp);

test.each([vector.shared, vector.pair])('the signature is the one of the vendor’s vector: $signature', (one) => {
  expect(signVector(one.secret).headers).toEqual({
    'webhook-id': vector.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': one.signature,
  });
});

test('the vendor’s vectors verify, with a private key’s public half too', () => {
  const both = signVector(vector.shared.secret, vector.pair.secret);
  expect(standard.publicKeyOf('ed25519', vector.pair.secret)).toBe(vector.pair.publicKey);
  const seed = `whsk_${Buffer.from(vector.pair.secret.slice(5), 'base64').subarray(0, 32).toString('base64')}`;
  const { secret } = vector.shared;
  for (const key of [secret, secret.slice(6), vector.pair.publicKey, vector.pair.secret, seed]) {
    expect(standard.verify(both, key, then)).toBe(true);
  }
});

test.each([
  ['standardwebhooks', StandardWebhook],
  ['svix', SvixWebhook],
])('the package %s verifies every event of a payout that we send, also while secrets are rotated', (_name, Webhook) => {
  const [newest, former] = [standard.newSecret('hmac'), standard.newSecret('hmac')];
  for (const type of payoutEventTypes) {
    const now = new Date();
    const sent = real({ ...sampleEvent({ event: type }), createdAt: now }, { description: 'Rückzahlung ✓' });
    const rendered = standard.render(sent, 'https://example.com/');
    const facts = { id: sent.id, at: now, merchantId: sent.merchantId };
    const made = standard.sign(rendered, { signing: 'hmac', secrets: [newest, former] }, facts);
    for (const secret of [newest, former]) {
      const seen = eventEnvelope.parse(new Webhook(secret).verify(made.body, made.headers));
      expect(seen).toEqual({ type, timestamp: now.toISOString(), sequence: 812, data: sent.data });
    }
    expect(() => new Webhook(standard.newSecret('hmac')).verify(made.body, made.headers)).toThrow();
    expect(() => new Webhook(newest).verify(made.body.replace('25.00', '26.00'), made.headers)).toThrow();
  }
});

test('what the package standardwebhooks signs, we verify', () => {
  const secret = standard.newSecret('hmac');
  const signature = new StandardWebhook(secret).sign('msg_1', at, vector.body);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': signature,
  };
  expect(standard.verify({ ...message, headers }, secret, facts)).toBe(true);
});

test('an ed25519 signature is verified with the raw bytes of the public key, by Node’s own means', () => {
  const secret = standard.newSecret('ed25519');
  const publicKey = standard.publicKeyOf('ed25519', secret) ?? '';
  expect(secret).toMatch(/^whsk_[A-Za-z0-9+/]{86}==$/);
  expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  const { headers, body } = signed('standard', event, [secret], 'ed25519');
  const x = Buffer.from(publicKey.slice(5), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  const signature = Buffer.from(headers['webhook-signature']?.replace(/^v1a,/, '') ?? '', 'base64');
  expect(verify(null, content, key, signature)).toBe(true);
  expect(verify(null, Buffer.concat([content, Buffer.from(' ')]), key, signature)).toBe(false);
});

test('a public key verifies and cannot be used as if it were a shared secret', () => {
  const publicKey = vector.pair.publicKey;
  const raw = `whsec_${publicKey.slice(5)}`;
  const forged = signVector(raw);
  expect(standard.verify(forged, raw, then)).toBe(true);
  expect(standard.verify(forged, publicKey, then)).toBe(false);
  expect(standard.verify(signVector(vector.pair.secret), vector.shared.secret, then)).toBe(false);
  expect(() => signVector(publicKey)).toThrow();
});

test('a private key whose halves are no pair, and keys of a wrong length, are refused', () => {
  const swapped = Buffer.from(vector.pair.secret.slice(5), 'base64');
  swapped[40] = (swapped[40] ?? 0) ^ 1;
  for (const secret of [`whsk_${swapped.toString('base64')}`, 'whsk_AAAA', 'whsk_', 'whsec_', 'whsec_AAAA']) {
    expect(() => signVector(secret)).toThrow();
    expect(standard.verify(signVector(vector.pair.secret), secret, then)).toBe(false);
  }
});

test.each([
  [-301, false],
  [-300, true],
  [0, true],
  [300, true],
  [301, false],
])('a message whose time is %i seconds from now is fresh: %s', (seconds, fresh) => {
  const secret = standard.newSecret('hmac');
  const made = signed('standard', event, [secret]);
  expect(standard.verify(made, secret, { ...facts, now: new Date(at.getTime() - seconds * 1000) })).toBe(fresh);
});

test('an old message is explained although it is not believed', () => {
  const made = signVector(vector.shared.secret);
  expect(standard.verify(made, vector.shared.secret, facts)).toBe(false);
  expect(standard.explain(made, vector.shared.secret, facts)).toEqual({
    signedContent: `${vector.id}.1614265330.${vector.body}`,
    expected: { 'webhook-signature': vector.shared.signature },
    matches: true,
  });
  expect(standard.explain(signVector(vector.pair.secret), vector.pair.publicKey, facts)).toMatchObject({
    expected: {},
    matches: true,
  });
  expect(standard.explain(message, vector.shared.secret, facts)).toBeNull();
});

test('id and time are signed, and an id has no dot by which both could be shifted', () => {
  const made = signVector(vector.shared.secret);
  const changes: Record<string, string>[] = [
    { 'webhook-id': 'msg_other' },
    { 'webhook-timestamp': '1614265331' },
    { 'webhook-id': 'msg.1' },
  ];
  for (const change of changes) {
    expect(standard.verify({ ...made, headers: { ...made.headers, ...change } }, vector.shared.secret, then)).toBe(
      false,
    );
  }
  const dotted = standard.sign(message, { signing: 'hmac', secrets: [vector.shared.secret] }, { ...stamp, id: 'a.b' });
  expect(standard.verify(dotted, vector.shared.secret, then)).toBe(false);
});

test('every attempt carries the same id and its own time', () => {
  const rendered = standard.render(event, 'https://example.com/');
  const keys = { signing: 'hmac', secrets: [standard.newSecret('hmac')] } as const;
  const [first, second] = ['2026-01-31T12:00:00Z', '2026-01-31T12:00:05.900Z'].map(
    (time) => standard.sign(rendered, keys, { id: event.id, at: new Date(time), merchantId: event.merchantId }).headers,
  );
  expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
  expect([first?.['webhook-timestamp'], second?.['webhook-timestamp']]).toEqual(['1769860800', '1769860805']);
});

test('the body is the envelope of the reference, and carries its mark only in a test', () => {
  const parsed = (made: Message) => JSON.parse(made.body);
  expect(Object.keys(parsed(standard.render(event, '')))).toEqual(['type', 'timestamp', 'sequence', 'data']);
  const tried = parsed(standard.render(sampleEvent({ event: 'payout.failed' }), ''));
  expect(eventEnvelope.parse(tried)).toEqual(tried);
  expect(tried).toMatchObject({ type: 'payout.failed', sequence: null, test: true });
});

test('a verified wallet is told in the envelope of the reference, and read as nothing of a payout', () => {
  const event = real(sampleEvent({ event: 'wallet.verified' }));
  const rendered = standard.render(event, '');
  expect(eventEnvelope.parse(JSON.parse(rendered.body))).toMatchObject({ type: 'wallet.verified', data: event.data });
});

test('another system’s event can be read, with any fields in it', () => {
  const headers = { 'webhook-id': 'msg_1' };
  const nothing = { payoutId: null, reference: null, status: null, amount: null, hash: null };
  for (const body of [
    '{"type":"invoice.paid","data":[1,2]}',
    '{"type":"invoice.paid"}',
    '{"type":"invoice.paid","data":"x"}',
  ]) {
    expect(standard.parse({ ...message, headers, body })).toEqual({ key: 'msg_1', type: 'invoice.paid', ...nothing });
  }
  const body = `{"type":"transfer.sent","data":{"id":77,"amount":1.50,"status":"done","hash":"${'AB'.repeat(32)}"}}`;
  expect(standard.parse({ ...message, headers, body })).toEqual({
    key: 'msg_1',
    type: 'transfer.sent',
    payoutId: null,
    reference: '77',
    status: 'done',
    amount: '1.5',
    hash: `0x${'ab'.repeat(32)}`,
  });
});

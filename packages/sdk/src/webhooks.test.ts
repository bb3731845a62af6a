import { generateKeyPairSync, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
import { expect, test } from 'vitest';
import { dialectRules } from '@/lib/dialects/registry';
import { unwrap } from './webhooks';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const now = new Date('2026-06-01T12:00:00Z');
const id = 'ev_1';
const body = JSON.stringify({ type: 'payout.completed', data: { id: 'po_1', note: 'Zoë 💸' } });

function headersOf(signature: string, at = now) {
  const seconds = String(at.getTime() / 1_000);
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature };
}
const signed = (with_ = secret, at = now) => headersOf(new Webhook(with_).sign(id, at, body), at);
const options = { now: now.getTime() };

test.each([
  ['standardwebhooks', signed()],
  ['svix', headersOf(new Svix(secret).sign(id, now, body))],
  ['one of several signatures', headersOf(`v1a,xx v1,AAAA ${new Webhook(secret).sign(id, now, body)}`)],
])('what %s signed is taken, with its id', async (_who, headers) => {
  const event = await unwrap(body, headers, secret, options);
  expect(event).toEqual({ id, type: 'payout.completed', data: { id: 'po_1', note: 'Zoë 💸' } });
});

test('it takes the body as text or bytes, headers in each of the usual forms, and any of several secrets', async () => {
  const bytes = new TextEncoder().encode(body);
  expect((await unwrap(bytes, new Headers(signed()), [other, secret], options)).id).toBe(id);
  const arrays = Object.fromEntries(Object.entries(signed(other)).map(([name, value]) => [name, [value]]));
  expect((await unwrap(body, arrays, [other, secret], options)).id).toBe(id);
});

const pair = generateKeyPairSync('ed25519');
const publicKey = (key = pair.publicKey) =>
  `whpk_${key.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64')}`;
const signedByKey = `v1a,${sign(null, Buffer.from(`${id}.${now.getTime() / 1_000}.${body}`), pair.privateKey).toString('base64')}`;

test('what a private key signed is taken by its public key alone, also beside a shared secret', async () => {
  const headers = headersOf(`${signed()['webhook-signature']} ${signedByKey}`);
  for (const one of [publicKey(), [other, publicKey()], secret]) {
    expect((await unwrap(body, headers, one, options)).id).toBe(id);
  }
  const wrong = { reason: 'signature_wrong' };
  const another = publicKey(generateKeyPairSync('ed25519').publicKey);
  await expect(unwrap(body, headers, another, options)).rejects.toMatchObject(wrong);
  await expect(unwrap(`${body} `, headers, publicKey(), options)).rejects.toMatchObject(wrong);
  const moved = headersOf(signedByKey.replace('v1a', 'v1'));
  await expect(unwrap(body, moved, [secret, publicKey()], options)).rejects.toMatchObject(wrong);
  const short = unwrap(body, headers, 'whpk_AAAA', options);
  await expect(short).rejects.toMatchObject({ reason: 'secret_malformed' });
});

test('what an endpoint of ours signs with a key of its own is taken', async () => {
  const endpointSecret = dialectRules.standard.newSecret('ed25519');
  const message = { method: 'POST', url: 'https://shop.example/', headers: {}, body } as const;
  const { headers } = dialectRules.standard.sign(
    message,
    { signing: 'ed25519', secrets: [endpointSecret] },
    { id, at: now, merchantId: 'mer_test' },
  );
  const key = dialectRules.standard.publicKeyOf('ed25519', endpointSecret) ?? '';
  expect((await unwrap(body, headers, key, options)).id).toBe(id);
});

const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

test.each([
  ['another secret', body, signed(other), 'signature_wrong'],
  ['a changed byte', body.replace('po_1', 'po_2'), signed(), 'signature_wrong'],
  ['an added byte', `${body} `, signed(), 'signature_wrong'],
  ['another id', body, { ...signed(), 'webhook-id': 'ev_2' }, 'signature_wrong'],
  ['no signature that it knows', body, headersOf('v2,AAAA'), 'signature_wrong'],
  ['a signature that is no base64', body, headersOf('v1,***'), 'signature_wrong'],
  [
    'too many signatures',
    body,
    headersOf(`${'v1,AAAA '.repeat(10)}${signed()['webhook-signature']}`),
    'signature_wrong',
  ],
  ['a signature of 301 seconds ago', body, signed(secret, seconds(-301)), 'too_old'],
  ['a signature of 301 seconds ahead', body, signed(secret, seconds(301)), 'too_early'],
  ['a time that is none', body, { ...signed(), 'webhook-timestamp': 'now' }, 'too_old'],
  ['no headers', body, {}, 'headers_missing'],
])('%s is refused', async (_what, text, headers, reason) => {
  await expect(unwrap(text, headers, secret, options)).rejects.toMatchObject({ name: 'WebhookError', reason });
});

test('300 seconds either way are taken, as clocks differ', async () => {
  expect((await unwrap(body, signed(secret, seconds(-300)), secret, options)).id).toBe(id);
  expect((await unwrap(body, signed(secret, seconds(300)), secret, options)).id).toBe(id);
});

test('a tolerance that is no number tolerates nothing', async () => {
  const given = { ...options, toleranceSeconds: Number.NaN };
  await expect(unwrap(body, signed(secret, seconds(-9_999)), secret, given)).rejects.toMatchObject({
    reason: 'too_old',
  });
});

test('a secret that is none, and a signed body that is no JSON, are told apart from a forgery', async () => {
  await expect(unwrap(body, signed(), 'whsec_*', options)).rejects.toMatchObject({ reason: 'secret_malformed' });
  await expect(unwrap(body, signed(), '', options)).rejects.toMatchObject({ reason: 'secret_malformed' });
  const headers = headersOf(new Webhook(secret).sign(id, now, 'hello'));
  await expect(unwrap('hello', headers, secret, options)).rejects.toMatchObject({ reason: 'body_malformed' });
});

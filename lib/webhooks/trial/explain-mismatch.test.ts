import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sampleDesk } from '@/lib/webhooks/testing/sample-desk';

/** Each way in which receivers get it wrong is recognised, and said as what it is. */
const { state, sent, verify } = sampleDesk();

test.each([
  ['a newline at its end', (body: string) => `${body}\n`, /newline at its end/],
  ['a byte order mark', (body: string) => `\uFEFF${body}`, /byte order mark/],
  ['other blanks', (body: string) => JSON.stringify(JSON.parse(body), null, 2), /other blanks/],
  ['other escapes', (body: string) => body.replaceAll('/', '\\/'), /other escapes/],
])('a body with %s is recognised', async (_what, change, hint) => {
  const { id, message } = await sent('standard');
  const { matches, hints } = await verify(id, { ...message, body: change(message.body) });
  expect(matches).toBe(false);
  expect(hints).toEqual([expect.stringMatching(hint)]);
});

const bytesIn = (signature = '') => Buffer.from(signature.slice(3), 'base64');

test.each([
  ['in hex', (signature?: string) => bytesIn(signature).toString('hex'), /is right but written in hex/],
  ['without its version', (signature?: string) => signature?.slice(3) ?? '', /is right but not written as/],
  [
    'in the base64 of addresses',
    (signature?: string) => `v1,${bytesIn(signature).toString('base64url')}`,
    /is right but/,
  ],
])('a signature %s is recognised', async (_what, spell, hint) => {
  const { id, message } = await sent('standard');
  const headers = { ...message.headers, 'webhook-signature': spell(message.headers['webhook-signature']) };
  const { matches, hints } = await verify(id, { ...message, headers });
  expect(matches).toBe(false);
  expect(hints).toEqual([expect.stringMatching(hint)]);
});

test('a signature in base64 is recognised where hex is meant', async () => {
  const { id, message } = await sent('coindirect');
  const base64 = Buffer.from(message.headers['x-signature'] ?? '', 'hex').toString('base64');
  const { hints } = await verify(id, { ...message, headers: { ...message.headers, 'x-signature': base64 } });
  expect(hints).toEqual(['The signature is right but written in base64; x-signature holds it in hex.']);
});

test('the right signature under another name is found', async () => {
  const { id, message } = await sent('standard');
  const { 'webhook-signature': proof = '', ...rest } = message.headers;
  const { matches, hints } = await verify(id, { ...message, headers: { ...rest, 'Svix-Signature': proof } });
  expect(matches).toBeNull();
  expect(hints).toEqual(['svix-signature holds the right signature, but we send it as webhook-signature.']);
});

test.each([
  ['the secret as text', (secret: string) => secret, (whole: string) => whole, /secret was used as text/],
  [
    'the secret as text without its mark',
    (secret: string) => secret.slice(6),
    (whole: string) => whole,
    /secret was used as text/,
  ],
  [
    'the body alone',
    (secret: string) => Buffer.from(secret.slice(6), 'base64'),
    (_whole: string, body: string) => body,
    /Only the body was signed/,
  ],
])('a signature made with %s is recognised', async (_what, keyOf, contentOf, hint) => {
  const { id, secret, message } = await sent('standard');
  const { 'webhook-id': name, 'webhook-timestamp': time } = message.headers;
  const content = contentOf(`${name}.${time}.${message.body}`, message.body);
  const made = `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`;
  const { hints } = await verify(id, { ...message, headers: { ...message.headers, 'webhook-signature': made } });
  expect(hints).toEqual([expect.stringMatching(hint)]);
});

test('a genuine message that is too old, or from the future, matches with a word about the clock', async () => {
  const { id, message } = await sent('standard');
  state.clock.turn(301);
  const late = await verify(id, message);
  expect(late).toMatchObject({ matches: true, hints: [expect.stringMatching(/was 5 minutes ago/)] });
  state.clock.turn(-900);
  expect((await verify(id, message)).hints).toEqual([expect.stringMatching(/was 10 minutes from now/)]);
});

test('a time in milliseconds is recognised', async () => {
  const { id, message } = await sent('standard');
  const headers = { ...message.headers, 'webhook-timestamp': `${message.headers['webhook-timestamp']}000` };
  expect((await verify(id, { ...message, headers })).hints).toEqual([expect.stringMatching(/in milliseconds/)]);
});

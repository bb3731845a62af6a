import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Dialect } from '@/db/vocabulary';
import { unseal } from '@/lib/kernel/secrets';
import type { Message } from './dialects/dialect';
import { dialectRules } from './dialects/registry';
import { findEndpoint } from './endpoint-store';
import { rotateSecret } from './rotate';
import { sampleEvent } from './samples';
import { handClock } from './testing/fixtures';
import { actingFor, addEndpoint, makeTestMerchant } from './testing/told';
import { verifySampleAnswer, verifySampleBody } from './trial-schema';
import { verifySample } from './verify-sample';

const database = testDatabase();
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeTestMerchant(database.db);
});

const acting = () => actingFor(database.db, clock, merchantId);

const template =
  'https://93.184.215.14/s2s?sid={sid}&trans_uuid={trans_uuid}&user_uuid={user_uuid}&currency={currency}&coin_amount={coin_amount}';

type Made = { id: string; secret: string; message: Message };

/** An endpoint and a message as the worker would send it there now. */
async function sent(dialect: Dialect, change: object = {}): Promise<Made> {
  const url = dialect === 's2s' ? template : 'https://93.184.215.14/hooks?shop=7';
  const { id } = await addEndpoint(acting(), { dialect, url, ...change });
  return { id, ...(await signedFor(id)) };
}

async function signedFor(id: string): Promise<Omit<Made, 'id'>> {
  const endpoint = await findEndpoint(database.db, merchantId, id);
  if (!endpoint) throw new Error('The endpoint is not there');
  const rules = dialectRules[endpoint.dialect];
  const event = sampleEvent({ event: 'payout.completed' });
  const secret = unseal(endpoint.secret, id);
  const keys = { signing: endpoint.signing, secrets: [secret] };
  const facts = { id: event.id, at: clock.now(), merchantId };
  return { secret, message: rules.sign(rules.render({ ...event, merchantId }, endpoint.url), keys, facts) };
}

async function verify(id: string, { body, headers, url }: Partial<Message>) {
  const answer = await verifySample(acting(), id, verifySampleBody.parse({ body: body ?? '', headers, url }));
  return verifySampleAnswer.parse(answer);
}

const all: Dialect[] = ['standard', 'coindirect', 'nitro', 'dex3', 's2s'];

describe.each(all)('%s', (dialect) => {
  test('what was sent matches, without a hint', async () => {
    const { id, message } = await sent(dialect);
    expect(await verify(id, message)).toMatchObject({ matches: true, hints: [] });
  });

  test('what was signed with the secret before the rotation is told apart', async () => {
    const { id, message } = await sent(dialect);
    await rotateSecret(acting(), id, { overlap_seconds: 600 });
    const hints = ['It was signed with the secret from before the rotation.'];
    expect(await verify(id, message)).toMatchObject({ matches: false, hints });
    clock.turn(601);
    expect((await verify(id, message)).hints).not.toEqual(expect.arrayContaining(hints));
  });

  test('what was sent to another endpoint is told apart', async () => {
    const { message } = await sent(dialect);
    const one = await sent(dialect);
    const { hints } = await verify(one.id, message);
    expect(hints[0]).toMatch(/^It was signed with the secret of another endpoint of yours, we_\w+\.$/);
  });

  test('what nothing explains says so and shows what is expected', async () => {
    const { id, message } = await sent(dialect);
    const forged = { ...message, headers: { ...message.headers, ...forgedHeader(dialect) } };
    const body = message.body.replace(/"signature":"\w+"/, `"signature":"${'0'.repeat(64)}"`);
    const url = message.url.replace(/sid=\w+/, `sid=${'0'.repeat(40)}`);
    const answer = await verify(id, { ...forged, body, url });
    expect(answer.matches).toBe(false);
    expect(answer.hints[0]).toMatch(/^Nothing that we tried explains it/);
    expect(Object.values(answer.expected)[0]).toMatch(/^(v1,|[0-9a-f]{40,64}$)/);
    expect(answer.signed_content).not.toBe('');
  });

  test('the secret itself is in no answer', async () => {
    const { id, secret, message } = await sent(dialect);
    expect(JSON.stringify(await verify(id, message))).not.toContain(secret);
  });
});

function forgedHeader(dialect: Dialect): Record<string, string> {
  return dialect === 'standard'
    ? { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` }
    : { 'x-signature': '0'.repeat(64), 'x-nitro-signature': '0'.repeat(64) };
}

test('what is expected is what the library of the standard makes', async () => {
  const { id, secret } = await sent('standard');
  const seconds = Math.floor(clock.now().getTime() / 1000);
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(seconds) };
  const answer = await verify(id, { body: '{"a":1}', headers });
  expect(answer).toMatchObject({ matches: null, signed_content: `msg_1.${seconds}.{"a":1}` });
  expect(answer.expected['webhook-signature']).toBe(new Webhook(secret).sign('msg_1', clock.now(), '{"a":1}'));
  expect(answer.hints).toEqual(['No webhook-signature was given, so there is nothing to compare.']);
});

test('what is left out is filled in and said', async () => {
  const { id } = await sent('standard');
  const answer = await verify(id, { body: '{}' });
  expect(answer.hints.join(' ')).toContain('No webhook-id was given; we took ev_sample.');
  expect(answer.hints.join(' ')).toContain('No readable webhook-timestamp was given; we took now.');
});

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

test('headers in any case, and as PHP names them, are read', async () => {
  const { id, message } = await sent('standard');
  const shouted = Object.entries(message.headers).map(([name, value]) => [
    `HTTP_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ]);
  expect(await verify(id, { ...message, headers: Object.fromEntries(shouted) })).toMatchObject({ matches: true });
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
  clock.turn(301);
  const late = await verify(id, message);
  expect(late).toMatchObject({ matches: true, hints: [expect.stringMatching(/was 5 minutes ago/)] });
  clock.turn(-900);
  expect((await verify(id, message)).hints).toEqual([expect.stringMatching(/was 10 minutes from now/)]);
});

test('a time in milliseconds is recognised', async () => {
  const { id, message } = await sent('standard');
  const headers = { ...message.headers, 'webhook-timestamp': `${message.headers['webhook-timestamp']}000` };
  expect((await verify(id, { ...message, headers })).hints).toEqual([expect.stringMatching(/in milliseconds/)]);
});

test('an ed25519 endpoint is checked by its key', async () => {
  const { id, message } = await sent('standard', { signing: 'ed25519' });
  expect(await verify(id, message)).toMatchObject({ matches: true, hints: [] });
  const { matches, hints } = await verify(id, { ...message, body: `${message.body}\n` });
  expect([matches, hints]).toEqual([false, [expect.stringMatching(/newline at its end/)]]);
});

test.each([
  ['dex3', { body: 'no json' }, /The body must be the JSON that we sent/],
  ['s2s', {}, /Give the complete address that was called/],
] as const)('%s says what it needs where nothing can be computed', async (dialect, given, hint) => {
  const { id } = await sent(dialect);
  const answer = await verify(id, given);
  expect(answer).toMatchObject({ matches: null, expected: {}, signed_content: '' });
  expect(answer.hints.at(-1)).toMatch(hint);
});

test('a template that gives parameters names of its own is understood', async () => {
  const url = template.replace('sid=', 'proof=').replace('user_uuid=', 'player=');
  const { id, message } = await sent('s2s', { url });
  expect(await verify(id, message)).toMatchObject({ matches: true, hints: [] });
  const forged = message.url.replace(/proof=\w+/, `proof=${'0'.repeat(40)}`);
  const answer = await verify(id, { ...message, url: forged });
  expect(Object.keys(answer.expected)).toEqual(['proof']);
  expect(message.url).toContain(`proof=${answer.expected.proof}`);
});

test('an address that cannot be read is refused by field', () => {
  expect(verifySampleBody.safeParse({ body: '', url: 'nowhere' }).error?.issues[0]?.path).toEqual(['url']);
});

test('with real money at stake nothing is signed that we did not write', async () => {
  const { id, message } = await sent('standard');
  await database.db.update(merchants).set({ testMode: false }).where(eq(merchants.id, merchantId));
  await expect(verify(id, message)).rejects.toMatchObject({ code: 'test_mode_only' });
});

test('only the merchant itself may ask, with the right to write: an answer is as good as a signature', async () => {
  const { id } = await sent('standard');
  const body = verifySampleBody.parse({ body: '{}' });
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  await expect(verifySample(stranger, id, body)).rejects.toMatchObject({ code: 'not_found' });
  const reader = actingFor(database.db, clock, merchantId, ['webhooks:read']);
  await expect(verifySample(reader, id, body)).rejects.toMatchObject({ code: 'forbidden' });
});

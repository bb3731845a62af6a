import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { merchants } from '@/db/schema';
import type { Dialect } from '@/db/vocabulary/webhooks';
import { rotateSecret } from '@/lib/webhooks/endpoints/rotate';
import { sampleDesk, template } from '@/lib/webhooks/testing/sample-desk';
import { actingFor, makeTestMerchant } from '@/lib/webhooks/testing/told';
import { verifySampleBody } from './schema';
import { verifySample } from './verify-sample';

const { database, state, acting, sent, verify } = sampleDesk();

const all: Dialect[] = ['standard', 'coindirect', 'nitro', 'dex3', 's2s', 'shkeeper', 'order_flow'];

describe.each(all)('%s', (dialect) => {
  test('what was sent matches, without a hint', async () => {
    const { id, message } = await sent(dialect);
    expect(await verify(id, message)).toMatchObject({ matches: true, hints: [] });
  });

  test('what was signed with the secret before the rotation is told apart', async () => {
    const { id, message } = await sent(dialect);
    await rotateSecret(acting(), id, { overlap_seconds: 600 });
    const hints = ['It was signed with a secret from before a rotation.'];
    expect(await verify(id, message)).toMatchObject({ matches: false, hints });
    state.clock.turn(601);
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
    : { 'x-signature': '0'.repeat(64), 'x-nitro-signature': '0'.repeat(64), 'x-shkeeper-signature': '0'.repeat(64) };
}

test('what is expected is what the library of the standard makes', async () => {
  const { id, secret } = await sent('standard');
  const seconds = Math.floor(state.clock.now().getTime() / 1000);
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(seconds) };
  const answer = await verify(id, { body: '{"a":1}', headers });
  expect(answer).toMatchObject({ matches: null, signed_content: `msg_1.${seconds}.{"a":1}` });
  expect(answer.expected['webhook-signature']).toBe(new Webhook(secret).sign('msg_1', state.clock.now(), '{"a":1}'));
  expect(answer.hints).toEqual(['No webhook-signature was given, so there is nothing to compare.']);
});

test('what is left out is filled in and said', async () => {
  const { id } = await sent('standard');
  const answer = await verify(id, { body: '{}' });
  expect(answer.hints.join(' ')).toContain('No webhook-id was given; we took ev_sample.');
  expect(answer.hints.join(' ')).toContain('No readable webhook-timestamp was given; we took now.');
});

test('headers in any case, and as PHP names them, are read', async () => {
  const { id, message } = await sent('standard');
  const shouted = Object.entries(message.headers).map(([name, value]) => [
    `HTTP_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ]);
  expect(await verify(id, { ...message, headers: Object.fromEntries(shouted) })).toMatchObject({ matches: true });
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
  ['shkeeper', {}, /X-Shkeeper-Timestamp must be there/],
  ['order_flow', {}, /X-Shkeeper-Timestamp must be there/],
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
  await database.db.update(merchants).set({ testMode: false }).where(eq(merchants.id, state.merchantId));
  await expect(verify(id, message)).rejects.toMatchObject({ code: 'test_mode_only' });
});

test('only the merchant itself may ask, with the right to write: an answer is as good as a signature', async () => {
  const { id } = await sent('standard');
  const body = verifySampleBody.parse({ body: '{}' });
  const stranger = actingFor(database.db, state.clock, await makeTestMerchant(database.db));
  await expect(verifySample(stranger, id, body)).rejects.toMatchObject({ code: 'not_found' });
  const reader = actingFor(database.db, state.clock, state.merchantId, ['webhooks:read']);
  await expect(verifySample(reader, id, body)).rejects.toMatchObject({ code: 'forbidden' });
});

/** As much as a request may carry of what makes a careless expression try every start again. */
const tiresome = ['\\"', '"', '\\', '=', ' ', '\n \n', '{"a":"', '"webhook-signature" : ', '"sid":"'].map((part) =>
  part.repeat(59_000 / part.length),
);

test.each(all)('%s: no body of any content keeps the portal from others', async (dialect) => {
  const { id, message } = await sent(dialect);
  const forged = forgedHeader(dialect);
  const before = process.cpuUsage();
  for (const body of tiresome) {
    const signed = { [Object.keys(forged)[0] ?? '']: '='.repeat(3_999) };
    await verify(id, { ...message, body, headers: { ...message.headers, ...signed } });
    await verify(id, { ...message, body: `${body}x"`, headers: {} });
  }
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(700);
});

test('what a template calls its parameters is a name, not a pattern', async () => {
  const { id, message } = await sent('s2s', { url: template.replace('sid=', '(=') });
  const forged = message.url.replace(/=\w{40}/, `=${'0'.repeat(40)}`);
  expect(await verify(id, { ...message, url: forged })).toMatchObject({ matches: false });
});

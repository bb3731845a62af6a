import { desc } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { mails, signInCodes } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { type CodeRequest, proveCode, sendCode } from './code-proof';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
let now = start;

beforeEach(async () => {
  now = start;
  await database.sql`truncate sign_in_codes, mails`;
});

const ctx = (): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor: { kind: 'claimant' }, requestId: 'req_test' },
});
const facts = { purpose: 'sign_in', holder: 'browser:one', email: 'ann@shop.example', network: '203.0.113.7' } as const;
const send = (more: Partial<CodeRequest> = {}) => sendCode(ctx(), { ...facts, known: true, ...more });
const prove = (code: string, more: Partial<CodeRequest> = {}) => proveCode(ctx(), { ...facts, ...more, code });

async function newestMail() {
  const [mail] = await database.db.select().from(mails).orderBy(desc(mails.id)).limit(1);
  if (!mail) throw new Error('No mail was written');
  return { ...mail, text: unseal(mail.body, mail.id) };
}

async function sentCode(more: Partial<CodeRequest> = {}): Promise<string> {
  now = addSeconds(now, 1);
  await send(more);
  const code = /^ {4}(\d{4}) (\d{4})$/m.exec((await newestMail()).text);
  return `${code?.[1]}${code?.[2]}`;
}

const wrongFor = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

test('the code of the mail opens once, and the mail is worthless when the code is', async () => {
  const code = await sentCode();
  expect(code).toMatch(/^\d{8}$/);
  expect((await newestMail()).worthlessAt).toEqual(addSeconds(now, 600));
  expect(await prove(code)).toEqual({ kind: 'email', value: 'ann@shop.example' });
  await expect(prove(code)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('a code that comes twice at one time opens once', async () => {
  const code = await sentCode();
  const outcomes = await Promise.allSettled([prove(code), prove(code), prove(code)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('of a code only a keyed hash is kept, and a reader of the database finds it nowhere', async () => {
  const code = await sentCode();
  const [row] = await database.db.select().from(signInCodes);
  const everything = JSON.stringify([row, await database.db.select().from(mails)]);
  expect(everything).not.toContain(code);
  expect(everything).not.toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('after ten minutes the code opens nothing', async () => {
  const code = await sentCode();
  now = addSeconds(now, 600);
  await expect(prove(code)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('the fifth wrong try is the last, also for the right code, and tries at one time count each', async () => {
  const code = await sentCode();
  const wrong = wrongFor(code);
  await expect(prove(wrong)).rejects.toMatchObject({ code: 'code_wrong', facts: { extra: { tries_left: 4 } } });
  const four = await Promise.allSettled([1, 2, 3, 4].map(() => prove(wrong)));
  const left = four.map((one) => Object(one).reason.facts.extra.tries_left);
  expect(left.sort()).toEqual([0, 1, 2, 3]);
  await expect(prove(code)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('fifty guesses at one time are five tries', async () => {
  const code = await sentCode();
  const guesses = await Promise.allSettled(Array.from({ length: 50 }, () => prove(wrongFor(code))));
  expect(guesses.filter((one) => Object(one).reason.code === 'code_wrong')).toHaveLength(5);
});

test('of the codes that one browser asked for only the newest opens', async () => {
  const first = await sentCode();
  const second = await sentCode();
  await expect(prove(first)).rejects.toMatchObject({ code: 'code_wrong' });
  expect(await prove(second)).toMatchObject({ kind: 'email' });
});

test('a code opens nothing in another browser, for another address, or for another purpose', async () => {
  const code = await sentCode();
  const elsewhere: Partial<CodeRequest>[] = [
    { holder: 'browser:two' },
    { email: 'bea@shop.example' },
    { purpose: 'confirm' },
  ];
  for (const more of elsewhere) await expect(prove(code, more)).rejects.toMatchObject({ code: 'proof_expired' });
  expect(await prove(code)).toMatchObject({ kind: 'email' });
});

test('an address that nobody has gets a row, tries and an answer like any other, and no mail', async () => {
  expect(await send({ known: false })).toEqual({ expiresAt: addSeconds(now, 600) });
  expect(await database.db.$count(mails)).toBe(0);
  expect(await database.db.$count(signInCodes)).toBe(1);
  await expect(prove('12345678')).rejects.toMatchObject({ code: 'code_wrong', facts: { extra: { tries_left: 4 } } });
});

test('for one address fifteen codes are sent within fifteen minutes, to a known address or an unknown one', async () => {
  for (const known of [true, false]) {
    const email = `${known}@shop.example`;
    for (let index = 0; index < 15; index++) await send({ email, known, network: `203.0.113.${index}` });
    await expect(send({ email, known, network: '198.51.100.1' })).rejects.toMatchObject({
      code: 'rate_limited',
      facts: { retryAfterSeconds: 900 },
    });
  }
  now = addSeconds(start, 900);
  expect(await send({ email: 'true@shop.example' })).toBeDefined();
});

describe('a stranger who asks for codes in another person’s name', () => {
  const stranger = { holder: 'browser:eve', network: '198.51.100.1' } as const;

  test('from one network gets five, which leaves the person enough to come in', async () => {
    for (let index = 0; index < 5; index++) await send(stranger);
    await expect(send(stranger)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await prove(await sentCode())).toMatchObject({ kind: 'email' });
  });

  test('does not end the code that the person waits for', async () => {
    const code = await sentCode();
    now = addSeconds(now, 1);
    await send(stranger);
    expect(await prove(code)).toMatchObject({ kind: 'email' });
  });

  test('from many networks cannot keep out a browser that the person signed in with before', async () => {
    for (let index = 0; index < 15; index++) await send({ ...stranger, network: `198.51.100.${index}` });
    await expect(send()).rejects.toMatchObject({ code: 'rate_limited' });
    const home = { device: 'a known browser' };
    expect(await prove(await sentCode(home), home)).toMatchObject({ kind: 'email' });
  });

  test('in the same network cannot either, and a known browser is bounded by itself', async () => {
    for (let index = 0; index < 20; index++)
      await send({ holder: 'browser:eve', email: `person${index}@shop.example` });
    await expect(send()).rejects.toMatchObject({ code: 'rate_limited' });
    for (let index = 0; index < 10; index++) await send({ device: 'a known browser' });
    await expect(send({ device: 'a known browser' })).rejects.toMatchObject({ code: 'rate_limited' });
    const own = { purpose: 'confirm', holder: 'session:ses_ann' } as const;
    expect(await prove(await sentCode(own), own)).toMatchObject({ kind: 'email' });
  });

  test('where networks cannot be told apart, does not put everybody into one allowance', async () => {
    for (let index = 0; index < 40; index++) await send({ email: `person${index}@shop.example`, network: null });
    expect(await prove(await sentCode({ network: null }))).toMatchObject({ kind: 'email' });
  });

  test('cannot keep a signed-in person from confirming their identity', async () => {
    for (let index = 0; index < 15; index++) await send({ ...stranger, network: `198.51.100.${index}` });
    await expect(send()).rejects.toMatchObject({ code: 'rate_limited' });
    const own = { purpose: 'confirm', holder: 'session:ses_ann' } as const;
    expect(await prove(await sentCode(own), own)).toMatchObject({ kind: 'email' });
  });
});

test('six requests for one address at one time are five', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => send()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('from one network no more than twenty codes are sent to as many addresses, also when all are asked for at once', async () => {
  const asked = Array.from({ length: 30 }, (_, index) => send({ email: `person${index}@shop.example` }));
  const sent = await Promise.allSettled(asked);
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(await database.db.$count(mails)).toBe(20);
});

test('from one network twenty codes are sent within fifteen minutes, to all addresses together', async () => {
  for (let index = 0; index < 20; index++) await send({ email: `person${index}@shop.example` });
  await expect(send({ email: 'one-more@shop.example' })).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await send({ email: 'one-more@shop.example', network: '198.51.100.1' })).toBeDefined();
});

import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { claimCodes, claimProofs, mails, payouts } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { testWorld } from '@/lib/payouts/testing/world';
import { proveCode } from './prove-code';
import { maxCodes, paced, sendCode } from './send-code';

const world = testWorld();
const customer = demoAccount('customer').address;
const [mine, theirs] = [hashToken('my browser'), hashToken('their browser')];
const state = { token: '', id: '', asked: 0 };

beforeEach(async () => {
  const made = await world.newPayout({ recipient: { type: 'email', email: 'Ann@Shop.EXAMPLE' } });
  Object.assign(state, { token: made.token, id: made.id });
});

const network = () => `203.0.113.${state.asked++ % 250}`;
const ask = (browser = mine, more: { network?: string | null; key?: string } = {}) =>
  sendCode(world.claimant(), state.token, { browser, network: network(), ...more });
const prove = (code: string, browser: string | null = mine) =>
  proveCode(world.claimant(), state.token, { code, browser });
const claim = (proof: string | undefined, browser: string | null = mine, token = state.token) =>
  claimPayout(world.claimant(), token, { address: customer, proof }, browser);

async function mailsOf(kind: 'code' | 'invitation' | 'link') {
  const rows = await world.database.db.select().from(mails).where(eq(mails.payoutId, state.id)).orderBy(desc(mails.id));
  return rows.filter((mail) => mail.kind === kind).map((mail) => ({ ...mail, text: unseal(mail.body, mail.id) }));
}

async function newestCode(): Promise<string> {
  const [mail] = await mailsOf('code');
  const [, first = '', second = ''] = /^ {4}(\d{3}) (\d{3})$/m.exec(mail?.text ?? '') ?? [];
  return first + second;
}

async function askedCode(browser = mine): Promise<string> {
  await world.passTime(61);
  await ask(browser);
  return newestCode();
}

/** The key of the link in the newest mail of this kind. */
async function mailedKey(kind: 'invitation' | 'link'): Promise<string> {
  const [mail] = await mailsOf(kind);
  return /\?k=(\w+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

/** Ten guesses each. */
const guessing = byDepth({ quick: { browsers: 12, timeout: 300_000 }, deep: { browsers: 1000, timeout: 600_000 } });

const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a claim for a mailbox is paid with the code of the mail, in the browser that asked, and is refused without', async () => {
  await expect(claim(undefined)).rejects.toMatchObject({ code: 'proof_required' });
  const sent = await ask();
  expect(sent.sent_to).toBe('A•••@s•••.example');
  const { proof } = await prove(await newestCode());
  await expect(claim(proof, theirs)).rejects.toMatchObject({ code: 'proof_required' });
  await expect(claim(proof, null)).rejects.toMatchObject({ code: 'proof_required' });
  const { transfer } = await claim(proof);
  await world.send('customer', transfer);
  await world.settle();
  const [row] = await world.database.db.select().from(payouts).where(eq(payouts.id, state.id));
  expect(row?.status).toBe('completed');
});

test('a code that was asked for in one browser opens nothing in another, and is still good in its own', async () => {
  const code = await askedCode();
  await expect(prove(code, theirs)).rejects.toMatchObject({ code: 'proof_expired' });
  await expect(prove(code, null)).rejects.toMatchObject({ code: 'proof_expired' });
  await ask(theirs);
  await expect(prove(code, theirs)).rejects.toMatchObject({ code: 'code_wrong' });
  expect(await prove(code)).toMatchObject({ proof: expect.stringMatching(/^[\w-]{43}$/) });
});

test('of twenty that type the right code at one time one gets a proof', async () => {
  const code = await askedCode();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => prove(code)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await world.database.db.$count(claimProofs, eq(claimProofs.payoutId, state.id))).toBe(1);
});

test('a code is good for five tries, also at one time, and after that not even the right one opens', async () => {
  const code = await askedCode();
  const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => prove(wrongFor(code))));
  const codes = guesses.map((one) => Object(one).reason.code);
  expect(codes.filter((word) => word === 'code_wrong')).toHaveLength(5);
  await expect(prove(code)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('a mail that comes 25 minutes late still works, and after thirty the code opens nothing', async () => {
  const code = await askedCode();
  await world.passTime(25 * 60);
  expect(await prove(code)).toBeDefined();
  const late = await askedCode();
  await world.passTime(30 * 60);
  await expect(prove(late)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('of the codes of one browser only the newest opens, and another is sent after a minute', async () => {
  const first = await askedCode();
  await expect(ask()).rejects.toMatchObject({ code: 'rate_limited', facts: { retryAfterSeconds: 60 } });
  const second = await askedCode();
  await expect(prove(first)).rejects.toMatchObject({ code: 'code_wrong' });
  expect(await prove(second)).toBeDefined();
});

test('however many guesses, browsers and networks: forty tries land within a day', {
  timeout: guessing.timeout,
}, async () => {
  const key = await mailedKey('invitation');
  let landed = 0;
  for (let number = 0; number < guessing.browsers; number++) {
    const browser = hashToken(`browser ${number}`);
    await world.passTime(paced.seconds * Number(number < maxCodes.all));
    await ask(browser, { key }).catch(() => null);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => prove('000000', browser)));
    landed += tries.filter((one) => one.status === 'fulfilled' || one.reason.code === 'code_wrong').length;
  }
  expect(landed).toBe(40);
  expect(await world.database.db.$count(claimCodes, eq(claimCodes.payoutId, state.id))).toBe(maxCodes.all);
});

describe('a stranger who has the link', () => {
  const askOften = async (times: number, of = network) => {
    for (let index = 0; index < times; index++) {
      await ask(hashToken(`stranger ${index}`), { network: of() }).catch(() => null);
    }
  };

  test('from one network gets three codes, which leaves one to whom the link alone is known', async () => {
    await askOften(20, () => '198.51.100.1');
    expect(await mailsOf('code')).toHaveLength(3);
    expect(await ask()).toBeDefined();
  });

  test('from many networks cannot keep the owner out, who is mailed a link that goes on, once', async () => {
    await askOften(20);
    expect(await mailsOf('code')).toHaveLength(4);
    await expect(ask()).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await mailsOf('link')).toHaveLength(1);
    expect(await ask(mine, { key: await mailedKey('link') })).toBeDefined();
    expect(await prove(await newestCode())).toBeDefined();
  });

  test('does not end the code that the owner waits for, and learns no address', async () => {
    const code = await askedCode();
    const answer = await ask(theirs);
    expect(JSON.stringify(answer)).not.toContain('shop');
    expect(await prove(code)).toBeDefined();
  });

  test('cannot make up the key of a link that was mailed', async () => {
    await askOften(4);
    await expect(ask(mine, { key: '0'.repeat(24) })).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

test('a scanner that opens the link of the mail and presses its button five times leaves the person enough', async () => {
  const key = await mailedKey('invitation');
  for (let press = 0; press < 5; press++) {
    await ask(hashToken(`scanner ${press}`), { network: '198.51.100.9', key }).catch(() => null);
  }
  const { sent_to } = await ask(mine, { key });
  expect(sent_to).toBeDefined();
  expect(await prove(await newestCode())).toBeDefined();
});

test('scanners in many networks that press at one time leave codes to the owner, who has them ten minutes later', async () => {
  const key = await mailedKey('invitation');
  const scanners = Array.from({ length: 20 }, (_, one) => ask(hashToken(`scanner ${one}`), { key }));
  const outcomes = await Promise.allSettled(scanners);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(maxCodes.all - paced.last);
  const wait = { code: 'rate_limited', facts: { retryAfterSeconds: expect.any(Number) } };
  await expect(ask(mine, { key })).rejects.toMatchObject(wait);
  await world.passTime(paced.seconds);
  await ask(mine, { key });
  await expect(ask(theirs, { key })).rejects.toMatchObject(wait);
  await world.passTime(61);
  await ask(mine, { key });
  expect(await prove(await newestCode())).toBeDefined();
});

test('a code is mailed in the language of the page that asked for it', async () => {
  await sendCode(world.claimant(), state.token, { browser: mine, network: null, language: 'fr' });
  const [mail] = await mailsOf('code');
  expect(mail?.text).toContain('Ne le donnez à personne');
});

test('a mail with a code has no link, so that a scanner that opens links asks for no further code', async () => {
  await ask();
  const [mail] = await mailsOf('code');
  expect(mail?.text).not.toMatch(/https?:|\/p\//);
  expect(unseal(mail?.html ?? '', `${mail?.id} html`)).not.toMatch(/href|\/p\//);
});

test('of codes and proofs the database keeps nothing that opens anything', async () => {
  const code = await askedCode();
  const { proof } = await prove(code);
  const kept = await Promise.all([
    world.database.db.select().from(claimCodes),
    world.database.db.select().from(claimProofs),
  ]);
  expect(JSON.stringify(kept)).not.toContain(code);
  expect(JSON.stringify(kept)).not.toContain(proof);
  expect(JSON.stringify(kept)).not.toContain('my browser');
});

test('the cookie of the browser is enough where no proof is named, and a proof that it was not given is none', async () => {
  await prove(await askedCode());
  await expect(claim('x'.repeat(43))).rejects.toMatchObject({ code: 'proof_required' });
  await expect(claim(undefined, theirs)).rejects.toMatchObject({ code: 'proof_required' });
  expect((await viewClaim(world.claimant(), state.token, mine)).proof_needed).toBeNull();
  expect((await viewClaim(world.claimant(), state.token, theirs)).proof_needed).toBe('email');
  expect(await claim(undefined)).toMatchObject({ transfer: { value: '0x0' } });
});

test('that a browser ran the page is noted once, and that an address was fetched is not', async () => {
  const opened = () =>
    world.database.sql`select from audit_lines where subject_id = ${state.id} and action = 'claim.opened'`;
  await viewClaim(world.claimant(), state.token);
  expect(await opened()).toHaveLength(0);
  await Promise.all([1, 2, 3].map(() => viewClaim(world.claimant(), state.token, null, true)));
  expect(await opened()).toHaveLength(1);
});

test('a proof is over after an hour', async () => {
  const { proof } = await prove(await askedCode());
  await world.passTime(3600);
  await expect(claim(proof)).rejects.toMatchObject({ code: 'proof_required' });
});

test('the proof of one payout claims no other', async () => {
  const { proof } = await prove(await askedCode());
  const other = await world.newPayout({ recipient: { type: 'email', email: 'Ann@shop.example' } });
  await expect(claim(proof, mine, other.token)).rejects.toMatchObject({ code: 'proof_required' });
});

test('a link that was replaced sends no code and takes none; the new one is mailed', async () => {
  const code = await askedCode();
  await reissueLink(world.merchant(), state.id);
  await expect(prove(code)).rejects.toMatchObject({ code: 'link_unknown' });
  await expect(ask(theirs)).rejects.toMatchObject({ code: 'link_unknown' });
  expect(await mailsOf('invitation')).toHaveLength(2);
});

test('where nobody has to prove a mailbox no code is sent', async () => {
  const { token } = await world.newPayout({ recipient: { type: 'anyone' } });
  const asked = sendCode(world.claimant(), token, { browser: mine, network: null });
  await expect(asked).rejects.toMatchObject({ code: 'payout_state' });
});

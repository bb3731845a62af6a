import { desc, eq } from 'drizzle-orm';
import { privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditLines, identities, mails, operatorLines, operators, sessions } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { linkEmail, linkWallet, offerLink, removeIdentity, sendLinkCode } from '@/lib/access/team/identities';
import { viewViewer } from '@/lib/access/team/viewer';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { openSession } from './open-session';
import { offerStepUp, sendStepUpCode, steppedUpUntil, stepUpByCode, stepUpByWallet } from './step-up';

const database = testDatabase();
const admin = privateKeyToAccount(demoAccount('admin').privateKey);
const other = privateKeyToAccount(demoAccount('other').privateKey);
const start = new Date('2026-01-31T12:00:00.000Z');
const network = '203.0.113.7';
let now = start;
let person: TestPerson;

beforeAll(() => {
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
});
beforeEach(async () => {
  now = start;
  await database.sql`delete from identities`;
  const also = [{ kind: 'wallet', value: admin.address.toLowerCase() } as const];
  person = await addPerson(database.db, { merchantId: await addMerchant(database.db), also, steppedUp: false, now });
});

/** The person as the next request finds them. */
async function ctx(of = person): Promise<Context> {
  const [row] = await database.db.select().from(sessions).where(eq(sessions.id, of.sessionId));
  return contextOf(database.db, of, () => now, row?.steppedUpAt ?? null);
}

async function codeTo(email: string): Promise<string> {
  const [mail] = await database.db
    .select()
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.id))
    .limit(1);
  const code = /^ {4}(\d{4}) (\d{4})$/m.exec(unseal(mail?.body ?? '', mail?.id ?? ''));
  return `${code?.[1]}${code?.[2]}`;
}

const actionsOf = async () => {
  const lines = await database.db.select().from(auditLines).where(eq(auditLines.merchantId, person.merchantId));
  return lines.map(({ action }) => action);
};
const waysIn = async (of = person) => (await viewViewer(await ctx(of))).identities.map(({ value }) => value);

async function stepUp(): Promise<void> {
  const { message } = await offerStepUp(await ctx(), { address: admin.address });
  await stepUpByWallet(await ctx(), { message, signature: await admin.signMessage({ message }) });
}

describe('confirming an identity', () => {
  test('by a signature counts for ten minutes in this session and is in the audit', async () => {
    expect(steppedUpUntil(await ctx())).toBeNull();
    await stepUp();
    expect(steppedUpUntil(await ctx())).toEqual(addSeconds(now, 600));
    expect((await viewViewer(await ctx())).stepped_up_until).toBe(addSeconds(now, 600).toISOString());
    expect(await actionsOf()).toEqual(['session.stepped_up']);
    now = addSeconds(start, 600);
    expect(steppedUpUntil(await ctx())).toBeNull();
  });

  test('by a code counts as well', async () => {
    await sendStepUpCode(await ctx(), { email: person.email, network });
    const code = await codeTo(person.email);
    expect(await stepUpByCode(await ctx(), { email: person.email, code })).toEqual(addSeconds(now, 600));
    expect(steppedUpUntil(await ctx())).toEqual(addSeconds(now, 600));
  });

  test('is done with an own wallet or address only', async () => {
    await expect(offerStepUp(await ctx(), { address: other.address })).rejects.toMatchObject({ code: 'forbidden' });
    const foreign = sendStepUpCode(await ctx(), { email: 'eve@evil.example', network });
    await expect(foreign).rejects.toMatchObject({ code: 'forbidden' });
    await expect(stepUpByCode(await ctx(), { email: 'eve@evil.example', code: '12345678' })).rejects.toMatchObject({
      code: 'proof_expired',
    });
  });

  test('with what another session asked for does nothing', async () => {
    const { sessionId } = await openSession(await ctx(), { kind: 'email', value: person.email });
    const elsewhere = { ...person, sessionId };
    const { message } = await offerStepUp(await ctx(elsewhere), { address: admin.address });
    const signature = await admin.signMessage({ message });
    await expect(stepUpByWallet(await ctx(), { message, signature })).rejects.toMatchObject({ code: 'proof_expired' });
    await sendStepUpCode(await ctx(elsewhere), { email: person.email, network });
    const code = await codeTo(person.email);
    await expect(stepUpByCode(await ctx(), { email: person.email, code })).rejects.toMatchObject({
      code: 'proof_expired',
    });
    expect(steppedUpUntil(await ctx())).toBeNull();
  });
});

describe('a second way to sign in', () => {
  test('is added by a code that was sent to it, and from then on it opens the same account', async () => {
    await stepUp();
    await sendLinkCode(await ctx(), { email: 'Second@shop.example', network });
    await linkEmail(await ctx(), { email: 'second@shop.example', code: await codeTo('second@shop.example') });
    expect(await waysIn()).toContain('second@shop.example');
    expect(await actionsOf()).toContain('identity.added');
    const { sessionId } = await openSession(await ctx(), { kind: 'email', value: 'second@shop.example' });
    const [row] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row?.userId).toBe(person.userId);
  });

  test('is added by a signature of that wallet, which the person’s addresses are told', async () => {
    await stepUp();
    const { message } = await offerLink(await ctx(), { address: other.address });
    await linkWallet(await ctx(), { message, signature: await other.signMessage({ message }) });
    expect(await waysIn()).toContain(other.address);
    const [mail] = await database.db.select().from(mails).where(eq(mails.recipient, person.email));
    expect(unseal(mail?.body ?? '', mail?.id ?? '')).toContain(other.address);
  });

  test('that another person has stays theirs', async () => {
    const { merchantId } = person;
    const theirs = await addPerson(database.db, { merchantId, now });
    await stepUp();
    await sendLinkCode(await ctx(), { email: theirs.email, network });
    const code = await codeTo(theirs.email);
    await expect(linkEmail(await ctx(), { email: theirs.email, code })).rejects.toMatchObject({
      code: 'identity_taken',
    });
    const [row] = await database.db.select().from(identities).where(eq(identities.value, theirs.email));
    expect(row?.userId).toBe(theirs.userId);
  });

  test('is added and removed only right after the person confirmed their identity', async () => {
    const late = await ctx();
    const tries = [
      () => offerLink(late, { address: other.address }),
      () => sendLinkCode(late, { email: 'second@shop.example', network }),
      () => linkWallet(late, { message: '', signature: '0x' }),
      () => linkEmail(late, { email: 'second@shop.example', code: '12345678' }),
      () => removeIdentity(late, { kind: 'email', value: person.email }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'step_up_required' });
  });

  test('of an operator is changed only right after they confirmed it as one, too; their audit says so', async () => {
    await stepUp();
    await database.db.insert(operators).values({ userId: person.userId, role: 'admin', createdAt: now });
    const refused = { code: 'forbidden' };
    await expect(offerLink(await ctx(), { address: other.address })).rejects.toMatchObject(refused);
    const taken = { kind: 'wallet', value: admin.address } as const;
    await expect(removeIdentity(await ctx(), taken)).rejects.toMatchObject(refused);
    const own = eq(sessions.id, person.sessionId);
    await database.db.update(sessions).set({ operatorSteppedUpAt: now }).where(own);
    await removeIdentity(await ctx(), taken);
    const lines = await database.db.select().from(operatorLines).where(eq(operatorLines.subjectId, person.userId));
    expect(lines.map(({ action }) => action)).toEqual(['identity.removed']);
  });

  test('is removed, but never the last one, also when two are removed at one time', async () => {
    await stepUp();
    const acting = await ctx();
    const outcomes = await Promise.allSettled([
      removeIdentity(acting, { kind: 'email', value: person.email.toUpperCase() }),
      removeIdentity(acting, { kind: 'wallet', value: admin.address }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last_identity' } });
    expect(await waysIn()).toHaveLength(1);
    const foreign = removeIdentity(acting, { kind: 'wallet', value: other.address });
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
  });
});

import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '@/db/client';
import { mails, merchantLimits, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { openSession } from '@/lib/access/sessions/open-session';
import { findActorBySession, findPersonBySession } from '@/lib/access/sessions/sessions';
import { sendSignInCode } from '@/lib/access/sessions/sign-in';
import { addMerchant, addPerson, contextOf } from '@/lib/access/testing/people';
import { newToken } from '@/lib/kernel/secrets';
import { openTwin, registerBusiness } from './registration';

vi.stubEnv('REGISTERED_PAYOUTS_PER_DAY', '7');
vi.stubEnv('REGISTERED_COINS_PER_PAYOUT', '70');
vi.stubEnv('REGISTERED_MERCHANTS_PER_PERSON', '2');
const startingLimits = { payoutsPerDay: 7, coinsPerPayout: 70 };
const mostOwned = 2;

const database = testDatabase();
const origin = { address: '203.0.113.7', userAgent: 'Test browser' };
const ctx = (actor: Context['actor'] = { kind: 'claimant' }): Context => ({
  ...{ db: database.db, clock: { now: () => new Date() }, actor, requestId: 'req_test', origin },
});
const open = (is = true) => database.sql`update installation set self_registration = ${is}`;
afterEach(() => open(false));

const newMail = () => `${crypto.randomUUID()}@street.example`;
async function stranger() {
  const { sessionId } = await openSession(ctx(), { kind: 'email', value: newMail(), chain: null });
  const person = await findPersonBySession(ctx(), sessionId, origin);
  if (!person) throw new Error('The session is open');
  return { sessionId, ctx: ctx(person), member: () => findActorBySession(ctx(), sessionId, origin) };
}
const acme = { name: 'Acme', mode: 'live' } as const;
const modesOf = async (merchantId: string) => {
  const [{ businessId } = {}] = await database.db.select().from(merchants).where(eq(merchants.id, merchantId));
  const rows = await database.db
    .select()
    .from(merchants)
    .where(eq(merchants.businessId, businessId ?? ''));
  return rows.map(({ testMode }) => testMode).toSorted();
};

test('where registration is off, a stranger gets no code, no session and no business', async () => {
  const email = newMail();
  const asked = { email, network: '203.0.113.7' };
  await sendSignInCode(ctx(), { ...asked, holder: `browser:${newToken()}` });
  expect(await database.db.$count(mails, eq(mails.recipient, email))).toBe(0);
  await expect(stranger()).rejects.toMatchObject({ code: 'not_a_member' });
  await open();
  const early = await stranger();
  await sendSignInCode(ctx(), { ...asked, holder: `browser:${newToken()}` });
  expect(await database.db.$count(mails, eq(mails.recipient, email))).toBe(1);
  await open(false);
  await expect(registerBusiness(early.ctx, acme)).rejects.toMatchObject({ code: 'registration_closed' });
});

test('a person without a team makes a business, owns it, sees it at once, and begins with the limits of the settings', async () => {
  await open();
  const person = await stranger();
  expect(await person.member()).toBeNull();
  const { merchant_id: merchantId } = await registerBusiness(person.ctx, acme);
  expect(await person.member()).toMatchObject({ merchantId, role: 'owner' });
  const [limits] = await database.db.select().from(merchantLimits).where(eq(merchantLimits.merchantId, merchantId));
  expect(limits).toMatchObject(startingLimits);
});

test('one person starts so many businesses, also when they press many times at once', async () => {
  await open();
  const person = await stranger();
  const pressed = Array.from({ length: mostOwned + 2 }, () => registerBusiness(person.ctx, acme));
  const made = await Promise.allSettled(pressed);
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostOwned);
});

test('an owner opens the test merchant once; the live one only where businesses may be made by oneself, and with limits', async () => {
  await open();
  const person = await stranger();
  const { merchant_id: first } = await registerBusiness(person.ctx, { name: 'Bee', mode: 'test' });
  await open(false);
  const owner = (await person.member()) ?? expect.unreachable();
  const at = ctx({ ...owner, steppedUpAt: new Date() });
  await expect(openTwin(at)).rejects.toMatchObject({ code: 'registration_closed' });
  await open();
  const twins = await Promise.all([openTwin(at), openTwin(at)]);
  expect(new Set(twins.map(({ merchant_id }) => merchant_id)).size).toBe(1);
  expect(await modesOf(first)).toEqual([false, true]);
  expect(await database.db.$count(merchantLimits, eq(merchantLimits.merchantId, twins[0].merchant_id))).toBe(1);
  expect(await person.member()).toMatchObject({ merchantId: twins[0].merchant_id, role: 'owner' });
});

test('owners who open a live merchant take one connection each, so that pressing at once keeps nobody waiting for ever', async () => {
  await open();
  const person = await stranger();
  await registerBusiness(person.ctx, { name: 'Sea', mode: 'test' });
  const owner = (await person.member()) ?? expect.unreachable();
  const narrow = connect(database.url, 1, { waitMs: 1_000 });
  try {
    const at = { ...ctx({ ...owner, steppedUpAt: new Date() }), db: narrow.db };
    const twins = await Promise.all([openTwin(at), openTwin(at)]);
    expect(new Set(twins.map(({ merchant_id }) => merchant_id)).size).toBe(1);
  } finally {
    await narrow.close();
  }
});

test('a merchant that is suspended or being closed opens no other one beside it', async () => {
  await open();
  const merchantId = await addMerchant(database.db);
  const at = contextOf(database.db, await addPerson(database.db, { merchantId }), () => new Date());
  const suspended = { code: 'merchant_suspended' };
  await database.sql`insert into stops (id, scope, merchant_id, suspends, reason, since, by_kind, by_id)
    values ('st_1', 'merchant', ${merchantId}, true, 'A drill', now(), 'operator', 'us_1')`;
  await expect(openTwin(at)).rejects.toMatchObject(suspended);
  await database.sql`update stops set lifted_at = now(), lifted_by_kind = 'operator', lifted_by_id = 'us_1', lift_reason = 'Over'`;
  await database.sql`update merchants set closing_since = now() where id = ${merchantId}`;
  await expect(openTwin(at)).rejects.toMatchObject(suspended);
  await database.sql`update merchants set closing_since = null where id = ${merchantId}`;
  expect(await openTwin(at)).toMatchObject({ merchant_id: expect.any(String) });
});

test('a merchant that an operator made gets a live twin, too, which begins with limits as nobody has looked at it; another owner of it has to be invited', async () => {
  const merchantId = await addMerchant(database.db);
  const [ann, bob] = [await addPerson(database.db, { merchantId }), await addPerson(database.db, { merchantId })];
  const as = (one: typeof ann) => contextOf(database.db, one, () => new Date());
  await open();
  const { merchant_id: live } = await openTwin(as(ann));
  expect(await modesOf(merchantId)).toEqual([false, true]);
  expect(await database.db.$count(merchantLimits, eq(merchantLimits.merchantId, live))).toBe(1);
  expect(await database.db.$count(merchantLimits, eq(merchantLimits.merchantId, merchantId))).toBe(0);
  await expect(openTwin(as(bob))).rejects.toMatchObject({ code: 'forbidden' });
});

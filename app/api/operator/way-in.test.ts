import { desc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as deskMe from '@/app/api/desk/me/route';
import * as sendSignInCode from '@/app/api/sign-in/code/route';
import { mails, operatorLines, operatorLinks, operators, sessions, users } from '@/db/schema';
import { findOperatorBySession } from '@/lib/access/sessions/sessions';
import { addPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { systemClock } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { createOperatorKey, findOperatorByKey, revokeOperatorKey } from '@/lib/operators/keys';
import { createSetUpLink, inviteOperator, isOpenOperatorLink, withdrawLink } from '@/lib/operators/links';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import * as stepUpCheck from './confirm/code/check/route';
import * as stepUpCode from './confirm/code/route';
import * as me from './me/route';
import * as session from './session/route';

/** How a person becomes an operator, and that neither an operator nor a member is the other. */
const portal = testPortal();
beforeEach(() => portal.sql`truncate rate_counts`);

const machine = () => {
  const actor = { kind: 'system', job: 'test' } as const;
  return { db: portal.db, clock: systemClock, actor, requestId: 'req_test' };
};
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const newSetUp = async () => tokenOf((await createSetUpLink(machine())).url);

async function codeTo(email: string): Promise<string> {
  const query = portal.db.select().from(mails).where(eq(mails.recipient, email)).orderBy(desc(mails.id)).limit(1);
  const [mail] = await query;
  const code = /^ {4}(\d{4}) (\d{4})$/m.exec(unseal(mail?.body ?? '', mail?.id ?? ''));
  return `${code?.[1]}${code?.[2]}`;
}

/** A browser in which this address has asked for a code, with what it then brings. */
async function askedFor(email: string, token?: string) {
  const browser = new TestBrowser();
  const link = token === undefined ? {} : { operator_link: token };
  await browser.send(sendSignInCode.POST, { method: 'POST', body: { email, ...link } });
  return { browser, proof: { email, code: await codeTo(email), ...link } };
}

const statusOf = async (browser: TestBrowser) => (await browser.send(me.GET)).status;

test('who opens the set-up link and proves a mail address is an operator, and it is in the operators’ audit', async () => {
  const token = await newSetUp();
  const { browser, proof } = await askedFor('first@host.example', token);
  expect((await browser.bring('code', proof)).status).toBe(200);
  const seen = await (await browser.send(me.GET)).json();
  expect(seen).toMatchObject({ name: 'first@host.example', role: 'admin', member: false, stepped_up_until: null });
  const lines = await portal.db.select().from(operatorLines).where(eq(operatorLines.actorId, seen.user_id));
  expect(lines.map(({ action }) => action)).toEqual(['operator.joined', 'session.opened']);
  expect((await browser.send(session.DELETE, { method: 'DELETE' })).status).toBe(204);
  expect(await statusOf(browser)).toBe(401);
});

test('an operator signs in again without a link, and a stranger with none gets no code', async () => {
  const { email } = await addOperator(portal.db);
  const { browser, proof } = await askedFor(email);
  expect((await browser.bring('code', proof)).status).toBe(200);
  expect(await statusOf(browser)).toBe(200);
  const body = { email: 'stranger@host.example' };
  await new TestBrowser().send(sendSignInCode.POST, { method: 'POST', body });
  expect(await portal.db.$count(mails, eq(mails.recipient, body.email))).toBe(0);
});

test('of two who bring one link at once exactly one becomes an operator, and nothing is kept of the other', async () => {
  const before = [await portal.db.$count(operators), await portal.db.$count(users)];
  const token = await newSetUp();
  const both = [await askedFor('one@race.example', token), await askedFor('two@race.example', token)];
  const answers = await Promise.all(both.map(({ browser, proof }) => browser.bring('code', proof)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect([await portal.db.$count(operators), await portal.db.$count(users)]).toEqual(before.map((count) => count + 1));
});

test('of two links made at once one is open, and only its hash is kept', async () => {
  const made = await Promise.all([newSetUp(), newSetUp()]);
  const open = await Promise.all(made.map((token) => isOpenOperatorLink(machine(), token)));
  expect(open.toSorted()).toEqual([false, true]);
  const kept = JSON.stringify(await portal.db.select().from(operatorLinks));
  expect(made.filter((token) => kept.includes(token))).toEqual([]);
});

test('a link that was used, followed by a newer one, is a day old or was never made opens nothing', async () => {
  const used = await newSetUp();
  const { browser, proof } = await askedFor('uses@host.example', used);
  await browser.bring('code', proof);
  const followed = await newSetUp();
  const old = await newSetUp();
  await portal.sql`update operator_links set expires_at = now() - interval '1 second' where used_at is null`;
  for (const token of [used, followed, old, 'x'.repeat(43)]) {
    // The person may come in anyway, so the link alone is what is refused.
    const { email } = await addOperator(portal.db, { role: 'support' });
    const asked = await askedFor(email, token);
    const answer = await asked.browser.bring('code', asked.proof);
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'operator_link_over']);
    expect(await statusOf(asked.browser)).toBe(401);
  }
});

test('an operator is no member: their session opens nothing of a merchant, and a member’s nothing of the installation', async () => {
  const operator = await TestBrowser.of(await addOperator(portal.db));
  expect((await operator.send(deskMe.GET)).status).toBe(401);
  const { merchantId } = await portal.newMerchant();
  const member = await TestBrowser.of(await addPerson(portal.db, { merchantId }));
  const answer = await member.send(me.GET);
  expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden']);
  expect(await statusOf(new TestBrowser())).toBe(401);
});

test('one person may be both, and confirms for each by itself', async () => {
  const { merchantId } = await portal.newMerchant();
  const person = await addPerson(portal.db, { merchantId, steppedUp: true });
  await portal.db.insert(operators).values({ userId: person.userId, role: 'admin', createdAt: new Date() });
  const browser = await TestBrowser.of(person);
  expect((await browser.send(deskMe.GET)).status).toBe(200);
  expect(await (await browser.send(me.GET)).json()).toMatchObject({ member: true, stepped_up_until: null });
  await browser.send(stepUpCode.POST, { method: 'POST', body: { email: person.email } });
  const body = { email: person.email, code: await codeTo(person.email) };
  await portal.db.update(sessions).set({ steppedUpAt: null }).where(eq(sessions.id, person.sessionId));
  expect((await browser.send(stepUpCheck.POST, { method: 'POST', body })).status).toBe(200);
  expect((await (await browser.send(me.GET)).json()).stepped_up_until).not.toBeNull();
  expect((await (await browser.send(deskMe.GET)).json()).stepped_up_until).toBeNull();
});

test('what was taken away is gone with the next request: the role, and keys that the operator made', async () => {
  const operator = await addOperator(portal.db);
  const ctx = operatorContext(portal.db, operator);
  const made = await createOperatorKey(ctx, { name: 'Platform', scopes: ['merchants:write'] });
  const now = new Date();
  expect(await findOperatorByKey(portal.db, made.key, now)).toMatchObject({ kind: 'operator_key', keyId: made.id });
  await portal.db.delete(operators).where(eq(operators.userId, operator.userId));
  expect(await findOperatorByKey(portal.db, made.key, now)).toBeNull();
  expect(await findOperatorBySession(ctx, operator.sessionId, { address: null, userAgent: null })).toBeNull();
  const other = operatorContext(portal.db, await addOperator(portal.db));
  const revoked = await createOperatorKey(other, { name: 'Second', scopes: ['merchants:read'] });
  await revokeOperatorKey(other, revoked.id);
  expect(await findOperatorByKey(portal.db, revoked.key, now)).toBeNull();
  expect((await call(me.GET, { apiKey: made.key })).status).toBe(401);
});

test('only an admin with a fresh proof invites, and an invitation that was withdrawn makes nobody an operator', async () => {
  const support = operatorContext(portal.db, await addOperator(portal.db, { role: 'support' }));
  await expect(inviteOperator(support, { role: 'admin' })).rejects.toMatchObject({ code: 'forbidden' });
  const admin = await addOperator(portal.db);
  const stale = operatorContext(portal.db, admin, () => new Date(), null);
  await expect(inviteOperator(stale, { role: 'admin' })).rejects.toMatchObject({ code: 'step_up_required' });
  const ctx = operatorContext(portal.db, admin);
  const invitation = await inviteOperator(ctx, { role: 'support' });
  const { browser, proof } = await askedFor('second@host.example', tokenOf(invitation.url));
  await browser.bring('code', proof);
  expect((await (await browser.send(me.GET)).json()).role).toBe('support');
  const withdrawn = await inviteOperator(ctx, { role: 'admin' });
  await withdrawLink(ctx, withdrawn.id);
  expect(await isOpenOperatorLink(ctx, tokenOf(withdrawn.url))).toBe(false);
  await expect(createSetUpLink(ctx)).rejects.toMatchObject({ code: 'forbidden' });
});

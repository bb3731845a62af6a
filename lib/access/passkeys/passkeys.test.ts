import { generateKeyPairSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines, mails, members, operatorLines, operators, passkeys, sessions } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import type { PasskeyOffer } from '@/lib/access/passkey-schema';
import { listSessions } from '@/lib/access/sessions/sessions';
import { offerPasskeySignIn, signIn } from '@/lib/access/sessions/sign-in';
import { offerPasskeyStepUp, steppedUpUntil, stepUpByPasskey } from '@/lib/access/sessions/step-up';
import { addPasskey, maxPasskeys, offerPasskeyToAdd, removePasskey } from '@/lib/access/team/passkeys';
import { removeMember } from '@/lib/access/team/team';
import { viewViewer } from '@/lib/access/team/viewer';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { viewOperator } from '@/lib/operators/view-operator';
import { type Lie, TestAuthenticator } from './testing/authenticator';

/** Real keys and real signatures, in the hands of an authenticator that can be told to lie. */
const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
const browser = { holder: 'browser:here' } as const;
let now = start;
let person: TestPerson;

beforeEach(async () => {
  now = start;
  person = await addPerson(database.db, { merchantId: await addMerchant(database.db), now });
});

/** The person as their next request finds them. */
async function ctx(of = person): Promise<Context> {
  const [row] = await database.db.select().from(sessions).where(eq(sessions.id, of.sessionId));
  return contextOf(database.db, of, () => now, row?.steppedUpAt ?? null);
}
const visitor = (): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor: { kind: 'claimant' }, requestId: 'req_test' },
});

async function withPasskey(of = person, key = new TestAuthenticator()): Promise<TestAuthenticator> {
  await addPasskey(await ctx(of), key.make(await offerPasskeyToAdd(await ctx(of))));
  return key;
}
const offered = () => offerPasskeySignIn(visitor(), browser.holder);
async function comeIn(key: TestAuthenticator, lie: Lie = {}, offer?: PasskeyOffer, holder = browser.holder) {
  const asked = offer ?? (await offered());
  return signIn(visitor(), { by: 'passkey', holder, proof: key.sign(asked, lie) });
}
async function confirm(key: TestAuthenticator, lie: Lie = {}, of = person): Promise<Date> {
  return stepUpByPasskey(await ctx(of), key.sign(await offerPasskeyStepUp(await ctx(of)), lie));
}
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
async function mailsTo(email: string): Promise<string[]> {
  const rows = await database.db.select().from(mails).where(eq(mails.recipient, email));
  return rows.map(({ id, body }) => unseal(body ?? '', id));
}

describe('a passkey', () => {
  test('opens a session of the person who added it, in any browser, and says so in list and audit', async () => {
    const key = await withPasskey();
    const { sessionId, emails } = await comeIn(key);
    expect(emails).toEqual([person.email]);
    const [row] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row).toMatchObject({ userId: person.userId, provedBy: 'passkey', steppedUpAt: null });
    expect((await listSessions(await ctx())).map(({ proved_by }) => proved_by)).toContain('passkey');
    const [line] = await database.db.select().from(auditLines).where(eq(auditLines.subjectId, sessionId));
    expect(line).toMatchObject({ action: 'session.opened', detail: { passkey: { name: 'Test key' } } });
    expect((await viewViewer(await ctx())).passkeys).toMatchObject([
      { name: 'Test key', created_at: start.toISOString(), last_used_at: start.toISOString() },
    ]);
  });

  test('confirms that it is its person, for ten minutes, in this session alone', async () => {
    const key = await withPasskey();
    const { sessionId } = await comeIn(key);
    now = addSeconds(start, 900);
    expect(await confirm(key)).toEqual(addSeconds(now, 600));
    expect(steppedUpUntil(await ctx())).toEqual(addSeconds(now, 600));
    expect(steppedUpUntil(await ctx({ ...person, sessionId }))).toBeNull();
  });

  test('shows the person where they are in several teams, and nobody where they are in none any more', async () => {
    const second = await addMerchant(database.db, 'Second');
    const owner = await addPerson(database.db, { merchantId: person.merchantId, now });
    const key = await withPasskey();
    expect((await viewViewer(await ctx())).merchants.map(({ id }) => id)).toEqual([person.merchantId]);
    await removeMember(await ctx(owner), person.userId);
    expect(await codeOf(comeIn(key))).toBe('not_a_member');
    const { userId } = person;
    await database.db.insert(members).values({ merchantId: second, userId, role: 'viewer', createdAt: now });
    const { sessionId } = await comeIn(key);
    const [row] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row?.merchantId).toBe(second);
  });

  test('that counts is good while it counts on, and one that never counts stays good', async () => {
    const counting = await withPasskey();
    for (const counter of [1, 2, 7]) await comeIn(counting, { counter });
    expect(await codeOf(comeIn(counting, { counter: 7 }))).toBe('passkey_refused');
    expect(await codeOf(comeIn(counting, { counter: 0 }))).toBe('passkey_refused');
    const silent = await withPasskey();
    for (const counter of [0, 0]) await comeIn(silent, { counter });
    expect((await viewViewer(await ctx())).passkeys).toHaveLength(2);
  });

  test('of an operator in no team opens and confirms their pages, and is theirs to add and remove', async () => {
    const boss = await addOperator(database.db, { now });
    const acting = () => operatorContext(database.db, boss, () => now);
    const key = new TestAuthenticator();
    const late = operatorContext(database.db, boss, () => now, null);
    expect(await codeOf(offerPasskeyToAdd(late))).toBe('step_up_required');
    const { id } = await addPasskey(acting(), key.make(await offerPasskeyToAdd(acting())));
    const { sessionId } = await comeIn(key);
    await stepUpByPasskey(acting(), key.sign(await offerPasskeyStepUp(acting())));
    const [row] = await database.db.select().from(sessions).where(eq(sessions.id, boss.sessionId));
    expect(row).toMatchObject({ operatorSteppedUpAt: now, steppedUpAt: null });
    expect((await viewOperator(acting())).passkeys).toMatchObject([{ id, name: 'Test key' }]);
    await removePasskey(acting(), id);
    const lines = await database.db.select().from(operatorLines).where(eq(operatorLines.actorId, boss.userId));
    expect(lines.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['passkey.added', boss.userId],
      ['session.opened', sessionId],
      ['session.stepped_up', boss.sessionId],
      ['passkey.removed', boss.userId],
    ]);
    expect(await codeOf(comeIn(key))).toBe('passkey_refused');
  });
});

describe('nobody comes in or confirms', () => {
  const lies: Record<string, Lie> = {
    'on a page of another origin': { origin: 'http://localhost:3001' },
    'on a page of another site that shows ours': { crossOrigin: true },
    'with a signature for another name': { rpId: 'evil.example' },
    'with a key that is not the passkey’s': { signWith: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    'with a passkey being made instead of used': { type: 'webauthn.create' },
    'without the person being verified': { userVerified: false },
    'as another person than whose the passkey is': { userHandle: Buffer.from('another').toString('base64url') },
  };
  test.each(Object.entries(lies))('%s', async (_name, lie) => {
    const key = await withPasskey();
    expect([await codeOf(comeIn(key, lie)), await codeOf(confirm(key, lie))]).toEqual([
      'passkey_refused',
      'passkey_refused',
    ]);
    expect((await viewViewer(await ctx())).passkeys).toMatchObject([{ last_used_at: null }]);
  });

  test('by a passkey that names nobody, with the same words for one that is not known', async () => {
    const key = await withPasskey();
    const nameless = comeIn(key, { userHandle: null });
    await expect(nameless).rejects.toMatchObject({ code: 'passkey_refused' });
    const stranger = new TestAuthenticator();
    const words = await Promise.all(
      [comeIn(stranger), comeIn(key, { signWith: stranger.keys.privateKey })].map((one) =>
        one.catch(({ code, message, detail }) => ({ code, message, detail })),
      ),
    );
    expect(words[0]).toEqual(words[1]);
  });

  test('by what was brought before, by what is two at once, and by what came too late', async () => {
    const key = await withPasskey();
    const offer = await offered();
    await comeIn(key, {}, offer);
    expect(await codeOf(comeIn(key, {}, offer))).toBe('proof_expired');
    const same = await offered();
    const twice = await Promise.all([codeOf(comeIn(key, {}, same)), codeOf(comeIn(key, {}, same))]);
    expect(twice.toSorted()).toEqual(['done', 'proof_expired']);
    const late = await offered();
    now = addSeconds(now, 600);
    expect(await codeOf(comeIn(key, {}, late))).toBe('proof_expired');
  });

  test('twice with one count of a passkey, when a copy signs at the same time', async () => {
    const key = await withPasskey();
    const offers = await Promise.all([offered(), offered()]);
    const both = await Promise.all(offers.map((offer) => codeOf(comeIn(key, { counter: 5 }, offer))));
    expect(both.toSorted()).toEqual(['done', 'passkey_refused']);
  });

  test('with what another browser, another session or another step asked for, or what nobody did', async () => {
    const key = await withPasskey();
    const elsewhere = await offerPasskeySignIn(visitor(), 'browser:elsewhere');
    expect(await codeOf(comeIn(key, {}, elsewhere))).toBe('proof_expired');
    const other = { ...person, sessionId: (await comeIn(key)).sessionId };
    const theirs = key.sign(await offerPasskeyStepUp(await ctx(other)));
    expect(await codeOf(stepUpByPasskey(await ctx(), theirs))).toBe('proof_expired');
    expect(await codeOf(stepUpByPasskey(await ctx(), key.sign(await offered())))).toBe('proof_expired');
    await database.db.insert(operators).values({ userId: person.userId, role: 'admin', createdAt: now });
    const asOperator = operatorContext(database.db, { ...person, role: 'admin' }, () => now);
    const atDesk = key.sign(await offerPasskeyStepUp(await ctx()));
    expect(await codeOf(stepUpByPasskey(asOperator, atDesk))).toBe('proof_expired');
    const made = { ...(await offered()), challenge: Buffer.from('mine').toString('base64url') };
    expect(await codeOf(comeIn(key, {}, made))).toBe('proof_expired');
  });

  test('with another person’s passkey, nor do they learn which passkeys there are', async () => {
    const { merchantId } = person;
    const other = await addPerson(database.db, { merchantId, now });
    const [own, theirs] = [await withPasskey(), await withPasskey(other)];
    const offer = await offerPasskeyStepUp(await ctx());
    expect(offer.allow.map(({ id }) => id)).toEqual([own.id]);
    expect(await codeOf(stepUpByPasskey(await ctx(), theirs.sign(offer)))).toBe('forbidden');
    expect((await offered()).allow).toEqual([]);
  });
});

describe('adding and removing one', () => {
  test('needs a fresh proof, also as an operator where the person is one', async () => {
    const offer = await offerPasskeyToAdd(await ctx());
    const body = new TestAuthenticator().make(offer);
    const late = contextOf(database.db, person, () => now, null);
    const tries = [() => offerPasskeyToAdd(late), () => addPasskey(late, body), () => removePasskey(late, 'pk_any')];
    for (const attempt of tries) expect(await codeOf(attempt())).toBe('step_up_required');
    await database.db.insert(operators).values({ userId: person.userId, role: 'admin', createdAt: now });
    expect(await codeOf(addPasskey(await ctx(), body))).toBe('forbidden');
    const asOperator = operatorContext(database.db, { ...person, role: 'admin' }, () => now);
    expect(await codeOf(offerPasskeyToAdd(asOperator))).toBe('forbidden');
  });

  test('is told to every address of the person and to each team’s audit', async () => {
    await withPasskey();
    const [passkey] = (await viewViewer(await ctx())).passkeys;
    await removePasskey(await ctx(), passkey?.id ?? '');
    const told = (await mailsTo(person.email)).join('\n');
    expect(told).toContain('This passkey was added as a way to sign in');
    expect(told).toContain('This passkey was removed as a way to sign in');
    const lines = await database.db.select().from(auditLines).where(eq(auditLines.merchantId, person.merchantId));
    expect(lines.map(({ action }) => action)).toEqual(['passkey.added', 'passkey.removed']);
    expect((await viewViewer(await ctx())).identities).toHaveLength(1);
  });

  test('takes what a browser made for us, as it was asked, once and for this session', async () => {
    const offer = await offerPasskeyToAdd(await ctx());
    const key = new TestAuthenticator();
    const certificate = Buffer.from('names lists at addresses of its own');
    for (const lie of [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { userVerified: false },
      { type: 'webauthn.get' },
    ]) {
      const body = key.make(await offerPasskeyToAdd(await ctx()), 'Key', lie);
      expect([lie, await codeOf(addPasskey(await ctx(), body))]).toEqual([lie, 'passkey_refused']);
    }
    const certified = addPasskey(await ctx(), key.make(await offerPasskeyToAdd(await ctx()), 'Key', { certificate }));
    const unread = { code: 'passkey_refused', cause: { message: 'It was not asked for a certificate' } };
    await expect(certified).rejects.toMatchObject(unread);
    const other = await addPerson(database.db, { merchantId: person.merchantId, now });
    expect(await codeOf(addPasskey(await ctx(other), key.make(offer)))).toBe('proof_expired');
    expect(await addPasskey(await ctx(), key.make(offer))).toMatchObject({ name: 'Test key', synced: false });
    expect(await codeOf(addPasskey(await ctx(), key.make(offer)))).toBe('proof_expired');
    const [row] = await database.db.select().from(passkeys).where(eq(passkeys.credentialId, key.id));
    expect(row).toMatchObject({ userId: person.userId, transports: ['internal'], counter: 0 });
  });

  test('leaves each passkey with one person, and at most twenty with one, also when two are added at once', async () => {
    const key = await withPasskey();
    const other = await addPerson(database.db, { merchantId: person.merchantId, now });
    expect(await codeOf(withPasskey(other, key))).toBe('identity_taken');
    const kept = await database.db.select().from(passkeys).where(eq(passkeys.credentialId, key.id));
    const more = Array.from({ length: maxPasskeys - 2 }, (_, index) => ({
      id: `pk_${index}`,
      credentialId: `${key.id}${index}`,
    }));
    await database.db.insert(passkeys).values(kept.flatMap((row) => more.map((names) => ({ ...row, ...names }))));
    const outcomes = await Promise.all([codeOf(withPasskey()), codeOf(withPasskey())]);
    expect(outcomes.toSorted()).toEqual(['done', 'passkey_state']);
    const theirs = (await viewViewer(await ctx())).passkeys[0]?.id ?? '';
    expect(await codeOf(removePasskey(await ctx(other), theirs))).toBe('not_found');
    const twice = await Promise.all([
      codeOf(removePasskey(await ctx(), theirs)),
      codeOf(removePasskey(await ctx(), theirs)),
    ]);
    expect(twice.toSorted()).toEqual(['done', 'not_found']);
  });
});

import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines, identities, invites, mails, members, sessions, users } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import type { Identity } from '@/lib/access/identity';
import { writeInvite } from '@/lib/access/team/team';
import { viewViewer } from '@/lib/access/team/viewer';
import { addMerchant, addPerson, contextOf } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { openSession } from './open-session';
import { findActorBySession, switchMerchant } from './sessions';
import { sendSignInCode } from './sign-in';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
let now = start;
beforeEach(() => {
  now = start;
});

const origin = { address: '203.0.113.7', userAgent: 'Test browser' };
const ctx = (): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor: { kind: 'claimant' }, requestId: 'req_test', origin },
});
const email = (name: string): Identity => ({ kind: 'email', value: `${name}@shop.example` });
const wallet = (digit: number): Identity => ({ kind: 'wallet', value: `0x${String(digit).repeat(40)}` });

async function inviteTo(merchantId: string, identity: Identity, role: 'payer' | 'viewer' | 'owner' = 'payer') {
  const invitation = { merchantId, identity, role, invitedBy: null };
  return database.db.transaction((tx) => writeInvite(tx, ctx(), invitation));
}

describe('a person who proves an identity', () => {
  test('that is in a team gets a session there, which ends after thirty days, and a line in the audit', async () => {
    const merchantId = await addMerchant(database.db);
    const person = await addPerson(database.db, { merchantId, role: 'viewer', now });
    const { sessionId } = await openSession(ctx(), { kind: 'email', value: person.email });
    const [session] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session).toMatchObject({ userId: person.userId, merchantId, provedBy: 'email', steppedUpAt: null });
    expect(session).toMatchObject({ expiresAt: addSeconds(now, 30 * 86_400), originAddress: '203.0.113.7' });
    const [line] = await database.db.select().from(auditLines).where(eq(auditLines.subjectId, sessionId));
    expect(line).toMatchObject({ action: 'session.opened', actorKind: 'user', actorId: person.userId, merchantId });
    expect(line).toMatchObject({ originAddress: '203.0.113.7', userAgent: 'Test browser' });
  });

  test.each([email('nobody'), wallet(1)])(
    'that nobody knows is refused, and nothing is kept of it ($kind)',
    async (identity) => {
      const before = await database.db.$count(users);
      await expect(openSession(ctx(), identity)).rejects.toMatchObject({ code: 'not_a_member' });
      expect(await database.db.$count(users)).toBe(before);
      expect(await database.db.$count(identities, eq(identities.value, identity.value))).toBe(0);
    },
  );

  test('that was taken out of its last team is refused like one that nobody knows', async () => {
    const merchantId = await addMerchant(database.db);
    const { userId, email: value } = await addPerson(database.db, { merchantId, now });
    await database.db.delete(members).where(eq(members.userId, userId));
    await expect(openSession(ctx(), { kind: 'email', value })).rejects.toMatchObject({ code: 'not_a_member' });
  });

  test.each([email('invited'), wallet(2)])('that is invited joins with its role ($kind)', async (identity) => {
    const merchantId = await addMerchant(database.db);
    const invitation = await inviteTo(merchantId, identity);
    now = addSeconds(start, 3600);
    const { sessionId } = await openSession(ctx(), identity);
    const [session] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    const userId = session?.userId ?? '';
    const [member] = await database.db.select().from(members).where(eq(members.userId, userId));
    expect(member).toEqual({ merchantId, userId, role: 'payer', createdAt: now });
    const [kept] = await database.db.select().from(invites).where(eq(invites.id, invitation.id));
    expect(kept).toMatchObject({ acceptedAt: now, acceptedBy: userId });
    const joined = and(eq(auditLines.merchantId, merchantId), eq(auditLines.action, 'member.joined'));
    expect(await database.db.$count(auditLines, joined)).toBe(1);
    await openSession(ctx(), identity);
    expect(await database.db.$count(auditLines, joined)).toBe(1);
  });

  test('that is invited twice at one time becomes one person', async () => {
    const merchantId = await addMerchant(database.db);
    await inviteTo(merchantId, email('twice'));
    await Promise.all([openSession(ctx(), email('twice')), openSession(ctx(), email('twice'))]);
    expect(await database.db.$count(members, eq(members.merchantId, merchantId))).toBe(1);
  });

  test('whose invitation is seven days old, or was taken back, is refused', async () => {
    const merchantId = await addMerchant(database.db);
    await inviteTo(merchantId, email('late'));
    const revoked = await inviteTo(merchantId, email('revoked'));
    await database.db.update(invites).set({ revokedAt: now }).where(eq(invites.id, revoked.id));
    await expect(openSession(ctx(), email('revoked'))).rejects.toMatchObject({ code: 'not_a_member' });
    now = addSeconds(start, 7 * 86_400);
    await expect(openSession(ctx(), email('late'))).rejects.toMatchObject({ code: 'not_a_member' });
  });

  test('that is invited to a second team is put into it only by going there', async () => {
    const [first, second] = [await addMerchant(database.db, 'A'), await addMerchant(database.db, 'B')];
    await inviteTo(first, email('both'));
    await openSession(ctx(), email('both'));
    now = addSeconds(now, 60);
    await inviteTo(second, email('both'), 'viewer');
    const { sessionId } = await openSession(ctx(), email('both'));
    const found = await findActorBySession(ctx(), sessionId, { address: null, userAgent: null });
    const actor = found ?? expect.unreachable('The session is open');
    const signedIn = { ...ctx(), actor };
    const teams = () => database.db.select().from(members).where(eq(members.userId, actor.userId));
    expect([actor.merchantId, (await teams()).length]).toEqual([first, 1]);
    expect((await viewViewer(signedIn)).merchants).toEqual([
      { id: first, name: 'A', role: 'payer', invited: false, test_mode: true },
      { id: second, name: 'B', role: 'viewer', invited: true, test_mode: true },
    ]);
    await switchMerchant(signedIn, second);
    expect(await teams()).toMatchObject([{ role: 'payer' }, { merchantId: second, role: 'viewer' }]);
    const [line] = await database.db
      .select()
      .from(auditLines)
      .where(and(eq(auditLines.merchantId, second), eq(auditLines.action, 'member.joined')));
    expect(line).toMatchObject({ subjectId: actor.userId, after: { role: 'viewer' } });
  });

  test('that is in a team goes into no other one by an invitation that is over or another person’s', async () => {
    const [first, second] = [await addMerchant(database.db, 'A'), await addMerchant(database.db, 'B')];
    const known = await addPerson(database.db, { merchantId: first, now });
    const signedIn = contextOf(database.db, known, () => now);
    await inviteTo(second, email('other'));
    await expect(switchMerchant(signedIn, second)).rejects.toMatchObject({ code: 'not_found' });
    await inviteTo(second, { kind: 'email', value: known.email });
    now = addSeconds(now, 7 * 86_400 + 1);
    expect((await viewViewer(signedIn)).merchants).toHaveLength(1);
    await expect(switchMerchant(signedIn, second)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a request for a sign-in code', () => {
  const mailsTo = (to: string) =>
    database.db.$count(mails, and(eq(mails.recipient, to), eq(mails.subject, mails.subject)));
  const ask = (address: string) => sendSignInCode(ctx(), { holder: 'browser:one', email: address, network: address });

  test('is answered alike, and in about the same time, whether or not the address is known', async () => {
    const merchantId = await addMerchant(database.db);
    const { email: known } = await addPerson(database.db, { merchantId, now });
    const timed = async (address: string) => {
      const began = performance.now();
      const answer = await ask(address);
      return { answer, ms: performance.now() - began };
    };
    const [mine, other] = [await timed(known), await timed('unknown@shop.example')];
    expect(mine.answer).toEqual(other.answer);
    expect(mine.ms).toBeGreaterThan(245);
    expect(other.ms).toBeGreaterThan(245);
    expect([await mailsTo(known), await mailsTo('unknown@shop.example')]).toEqual([1, 0]);
  });

  test('takes every spelling of an address for the same', async () => {
    const merchantId = await addMerchant(database.db);
    const { email: known } = await addPerson(database.db, { merchantId, now });
    await ask(`  ${known.toUpperCase()} `);
    expect(await mailsTo(known)).toBe(1);
  });

  test('mails those who are invited, and nobody who was taken out of the last team', async () => {
    const merchantId = await addMerchant(database.db);
    await inviteTo(merchantId, email('asked'));
    await ask('asked@shop.example');
    expect(await mailsTo('asked@shop.example')).toBe(2);
    const gone = await addPerson(database.db, { merchantId, now });
    await database.db.delete(members).where(eq(members.userId, gone.userId));
    await ask(gone.email);
    expect(await mailsTo(gone.email)).toBe(0);
  });

  test.each(['', 'ann', 'ann@', 'ann@shop', 'ann@shop.example, eve@evil.example', 'a\r\nb@shop.example'])(
    'of the malformed address %j is refused',
    async (address) => {
      await expect(ask(address)).rejects.toMatchObject({ code: 'invalid_request', facts: { field: 'email' } });
    },
  );
});

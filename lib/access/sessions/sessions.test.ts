import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditLines, members, sessions } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { setTimeZone } from '@/lib/access/team/set-time-zone';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { endOtherSessions, endSession, findActorBySession, listSessions, switchMerchant } from './sessions';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
const origin = { address: '198.51.100.4', userAgent: 'Another browser' };
let now = start;
beforeEach(() => {
  now = start;
});

const minutes = (count: number) => addSeconds(start, count * 60);
const find = (id: string) => findActorBySession({ db: database.db, clock: { now: () => now } }, id, origin);
const ctx = (person: TestPerson) => contextOf(database.db, person, () => now);
const newPerson = async (merchantId?: string) =>
  addPerson(database.db, { merchantId: merchantId ?? (await addMerchant(database.db)), role: 'viewer', now });

test('a session stands for one person, with the role that they have at this moment', async () => {
  const { sessionId, userId, merchantId } = await newPerson();
  const actor = { kind: 'user', userId, merchantId, sessionId, role: 'viewer', steppedUpAt: start, timeZone: 'UTC' };
  expect(await find(sessionId)).toEqual(actor);
  await database.db.update(members).set({ role: 'payer' }).where(eq(members.userId, userId));
  expect(await find(sessionId)).toEqual({ ...actor, role: 'payer' });
  expect(await find('ses_unknown')).toBeNull();
});

test('a session that nobody uses for eight hours has ended; one that is used goes on', async () => {
  const { sessionId } = await newPerson();
  now = minutes(479);
  expect(await find(sessionId)).not.toBeNull();
  now = minutes(479 + 479);
  expect(await find(sessionId)).not.toBeNull();
  now = minutes(479 + 479 + 480);
  expect(await find(sessionId)).toBeNull();
});

test('however busy, a session ends after thirty days', async () => {
  const { sessionId } = await newPerson();
  const lastSeenAt = addSeconds(start, 30 * 86_400 - 60);
  await database.db.update(sessions).set({ lastSeenAt }).where(eq(sessions.id, sessionId));
  now = addSeconds(start, 30 * 86_400 - 1);
  expect(await find(sessionId)).not.toBeNull();
  now = addSeconds(start, 30 * 86_400);
  expect(await find(sessionId)).toBeNull();
});

test('use is noted with where it comes from, at most once a minute', async () => {
  const { sessionId } = await newPerson();
  const seen = async () => {
    const [row] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId));
    return [row?.lastSeenAt, row?.originAddress, row?.userAgent];
  };
  now = addSeconds(start, 60);
  await find(sessionId);
  expect(await seen()).toEqual([start, null, null]);
  now = addSeconds(start, 61);
  await find(sessionId);
  expect(await seen()).toEqual([now, '198.51.100.4', 'Another browser']);
});

test('a removed member loses the team at once, and keeps their other teams', async () => {
  const [first, second] = [await addMerchant(database.db, 'A'), await addMerchant(database.db, 'B')];
  const { sessionId, userId } = await newPerson(first);
  await database.db.insert(members).values({ merchantId: second, userId, role: 'owner', createdAt: now });
  await database.db.delete(members).where(and(eq(members.userId, userId), eq(members.merchantId, first)));
  expect(await find(sessionId)).toMatchObject({ merchantId: second, role: 'owner' });
  await database.db.delete(members).where(eq(members.userId, userId));
  expect(await find(sessionId)).toBeNull();
});

test('a person switches to a merchant of theirs, and to no other', async () => {
  const [first, second, third] = [
    await addMerchant(database.db),
    await addMerchant(database.db),
    await addMerchant(database.db),
  ];
  const person = await newPerson(first);
  await database.db
    .insert(members)
    .values({ merchantId: second, userId: person.userId, role: 'payer', createdAt: now });
  await switchMerchant(ctx(person), second);
  expect(await find(person.sessionId)).toMatchObject({ merchantId: second, role: 'payer' });
  await expect(switchMerchant(ctx(person), third)).rejects.toMatchObject({ code: 'not_found' });
  await expect(switchMerchant(ctx(person), 'mer_unknown')).rejects.toMatchObject({ code: 'not_found' });
  expect(await database.db.$count(auditLines, eq(auditLines.merchantId, third))).toBe(0);
});

test('a person sees where they are signed in and ends it, there and everywhere else, and nobody else’s', async () => {
  const person = await newPerson();
  const stranger = await newPerson();
  const again = { ...person, sessionId: 'ses_phone' };
  const [row] = await database.db.select().from(sessions).where(eq(sessions.id, person.sessionId));
  const phone = { ...row, id: again.sessionId, userId: person.userId, merchantId: person.merchantId } as const;
  await database.db
    .insert(sessions)
    .values({ ...phone, provedBy: 'wallet', createdAt: now, lastSeenAt: now, expiresAt: minutes(60) });
  expect((await listSessions(ctx(person))).map(({ id, current, ends_at }) => [id, current, ends_at])).toEqual([
    ['ses_phone', false, minutes(60).toISOString()],
    [person.sessionId, true, minutes(480).toISOString()],
  ]);

  await expect(endSession(ctx(stranger), person.sessionId)).rejects.toMatchObject({ code: 'not_found' });
  expect(await endOtherSessions(ctx(person))).toBe(1);
  expect(await find('ses_phone')).toBeNull();
  expect(await find(person.sessionId)).not.toBeNull();
  await endSession(ctx(person), person.sessionId);
  expect(await find(person.sessionId)).toBeNull();
  expect(await listSessions(ctx(person))).toEqual([]);
  expect(await find(stranger.sessionId)).not.toBeNull();
});

test('each person of a team has a zone of their own, from the next request on', async () => {
  const merchantId = await addMerchant(database.db);
  const [ann, bob] = [await newPerson(merchantId), await newPerson(merchantId)];
  await setTimeZone(ctx(ann), 'Europe/Berlin');
  await setTimeZone(ctx(ann), 'Europe/Berlin');
  expect(await find(ann.sessionId)).toMatchObject({ timeZone: 'Europe/Berlin' });
  expect(await find(bob.sessionId)).toMatchObject({ timeZone: 'UTC' });
  const lines = await database.db.select().from(auditLines).where(eq(auditLines.action, 'member.time_zone_set'));
  expect(lines).toEqual([expect.objectContaining({ subjectId: ann.userId, after: { time_zone: 'Europe/Berlin' } })]);
});

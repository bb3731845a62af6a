import type { Database, Tx } from '@/db/client';
import type { Role } from '@/db/vocabulary/people';
import {
  type Context,
  type OperatorActor,
  type Origin,
  type PersonActor,
  requirePerson,
  requireUser,
  type UserActor,
} from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findRole, selectIdentities, selectMemberships } from '@/lib/access/people-store';
import type { SessionOnWire } from '@/lib/access/schema';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { auditOperator } from '@/lib/operators/audit-operator';
import { findOperatorRole } from '@/lib/operators/store';
import { joinTeams } from './open-session';
import {
  endSessionOf,
  endSessionsBut,
  findLiveSession,
  pointSession,
  type SessionRow,
  selectLiveSessions,
  touchSession,
} from './session-store';

const seenGrainSeconds = 60;

const idleSince = (now: Date) => addSeconds(now, -env.SESSION_IDLE_MINUTES * 60);

/**
 * Who is signed in with this session right now, or null: unknown, ended, idle for too long, or no member of any team any
 * more. Asked at every request, so that what was taken away is gone at once. Use is noted at most once a minute.
 */
export async function findActorBySession(
  { db, clock }: { db: Database; clock: Clock },
  sessionId: string,
  origin: Origin,
): Promise<UserActor | null> {
  const now = clock.now();
  const found = await findLiveSession(db, sessionId, now, idleSince(now));
  if (!found) return null;
  const { session, timeZone } = found;
  const here = session.merchantId && found.role ? { merchantId: session.merchantId, role: found.role } : null;
  const place = here ?? (await anyPlace(db, session.userId));
  if (!place) return null;
  if (place.merchantId !== session.merchantId) {
    await db.transaction((tx) => pointSession(tx, sessionId, place.merchantId));
  }
  await noteUse(db, session, origin, now);
  return { kind: 'user', userId: session.userId, ...place, sessionId, steppedUpAt: session.steppedUpAt, timeZone };
}

async function noteUse(db: Database, { id, lastSeenAt }: SessionRow, origin: Origin, now: Date): Promise<void> {
  const before = addSeconds(now, -seenGrainSeconds);
  if (lastSeenAt >= before) return;
  const userAgent = origin.userAgent?.slice(0, 400) ?? null;
  await touchSession(db, id, { now, before, originAddress: origin.address, userAgent });
}

/** Who is signed in with this session right now, in a team or in none; null for nobody. */
export async function findPersonBySession(
  { db, clock }: { db: Database; clock: Clock },
  sessionId: string,
  origin: Origin,
): Promise<PersonActor | null> {
  const now = clock.now();
  const found = await findLiveSession(db, sessionId, now, idleSince(now));
  if (!found) return null;
  await noteUse(db, found.session, origin, now);
  return { kind: 'person', userId: found.session.userId, sessionId };
}

/** Which operator is signed in with this session right now; null for everybody else. */
export async function findOperatorBySession(
  { db, clock }: { db: Database; clock: Clock },
  sessionId: string,
  origin: Origin,
): Promise<OperatorActor | null> {
  const now = clock.now();
  const found = await findLiveSession(db, sessionId, now, idleSince(now));
  const role = found && (await findOperatorRole(db, found.session.userId));
  if (!role) return null;
  const { session, timeZone } = found;
  await noteUse(db, session, origin, now);
  const { userId, operatorSteppedUpAt } = session;
  return { kind: 'operator', userId, role, sessionId, steppedUpAt: operatorSteppedUpAt, timeZone };
}

/** Whether a session may still see this merchant. Only looks: a page that is merely open is no use of the session. */
export async function mayStillSee(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { sessionId, merchantId }: { sessionId: string; merchantId: string },
): Promise<boolean> {
  const now = clock.now();
  const found = await findLiveSession(db, sessionId, now, idleSince(now));
  return found !== null && found.role !== null && found.session.merchantId === merchantId;
}

/** Where else a person may go who was taken out of the team that they looked at. */
async function anyPlace(db: Database, userId: string) {
  const [first] = await selectMemberships(db, userId);
  return first ? { merchantId: first.merchantId, role: first.role } : null;
}

/** The place that one of the person's identities was invited to; null without an invitation. */
async function takeInvite(tx: Tx, ctx: Context, merchantId: string): Promise<Role | null> {
  const { userId } = requireUser(ctx);
  for (const { kind, value } of await selectIdentities(tx, [userId])) {
    await joinTeams(tx, ctx, { identity: { kind, value }, userId, merchantId });
  }
  return findRole(tx, merchantId, userId);
}

/**
 * Looks at another of the person's merchants from now on, joining its team where they are invited. What they confirmed
 * counts there, too.
 */
export async function switchMerchant(ctx: Context, merchantId: string): Promise<void> {
  const { userId, sessionId } = requireUser(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const role = (await findRole(tx, merchantId, userId)) ?? (await takeInvite(tx, ctx, merchantId));
    if (!role) throw new Refusal('not_found', { detail: 'You are in no such team.' });
    await pointSession(tx, sessionId, merchantId);
    await audit(tx, ctx, { merchantId, action: 'session.switched', subjectId: sessionId, now });
  });
}

function present(row: SessionRow, current: string): SessionOnWire {
  const idleEnd = addSeconds(row.lastSeenAt, env.SESSION_IDLE_MINUTES * 60);
  return {
    ...{ id: row.id, current: row.id === current, proved_by: row.provedBy },
    ...{ address: row.originAddress, user_agent: row.userAgent },
    ...{ created_at: row.createdAt.toISOString(), last_seen_at: row.lastSeenAt.toISOString() },
    ends_at: new Date(Math.min(idleEnd.getTime(), row.expiresAt.getTime())).toISOString(),
  };
}

/** Where the person is signed in, the newest first. */
export async function listSessions(ctx: Context): Promise<SessionOnWire[]> {
  const { userId, sessionId } = requireUser(ctx);
  const now = ctx.clock.now();
  const rows = await selectLiveSessions(ctx.db, userId, now, idleSince(now));
  return rows.map((row) => present(row, sessionId));
}

/** Ends one of the person's own sessions: this one to sign out, another one to lock a stranger out. */
export async function endSession(ctx: Context, id: string): Promise<void> {
  const { userId, kind } = ctx.actor.kind === 'person' ? ctx.actor : requirePerson(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const ended = await endSessionOf(tx, userId, id, now);
    if (!ended) throw new Refusal('not_found', { detail: 'You have no such open session.' });
    const line = { action: 'session.ended', subjectId: id, now };
    if (kind === 'operator') await auditOperator(tx, ctx, line);
    else if (ended.merchantId) await audit(tx, ctx, { ...line, merchantId: ended.merchantId });
  });
}

/** Ends all of the person's sessions but this one. Answers how many. */
export async function endOtherSessions(ctx: Context): Promise<number> {
  const { userId, merchantId, sessionId } = requireUser(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const count = await endSessionsBut(tx, userId, sessionId, now);
    const line = { merchantId, action: 'session.others_ended', subjectId: userId, now };
    if (count > 0) await audit(tx, ctx, { ...line, detail: { count } });
    return count;
  });
}

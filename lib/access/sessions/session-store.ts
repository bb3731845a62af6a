import { and, desc, eq, gt, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { members, sessions, users } from '@/db/schema';

/** All SQL about sessions. */

export type SessionRow = typeof sessions.$inferSelect;

/** Open, not over, and used since `idleSince`. */
const live = (now: Date, idleSince: Date) =>
  and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, idleSince));

export async function insertSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** A live session with its person's zone and the role that they have now where they look; null for no role. */
export async function findLiveSession(db: Queryable, id: string, now: Date, idleSince: Date) {
  const [row] = await db
    .select({ session: sessions, role: members.role, timeZone: users.timeZone })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, and(eq(members.merchantId, sessions.merchantId), eq(members.userId, sessions.userId)))
    .where(and(eq(sessions.id, id), live(now, idleSince)));
  return row ?? null;
}

/** Notes that the session was used, and from where, unless another request just did. */
export async function touchSession(
  db: Database,
  id: string,
  seen: { now: Date; before: Date; originAddress: string | null; userAgent: string | null },
): Promise<void> {
  const { now, before, originAddress, userAgent } = seen;
  await db
    .update(sessions)
    .set({ lastSeenAt: now, originAddress, userAgent })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, before), isNull(sessions.endedAt)));
}

export async function pointSession(tx: Tx, id: string, merchantId: string): Promise<void> {
  await tx.update(sessions).set({ merchantId }).where(eq(sessions.id, id));
}

export async function markSteppedUp(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ steppedUpAt: now }).where(eq(sessions.id, id));
}

/** The same for what an operator changes. */
export async function markOperatorSteppedUp(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ operatorSteppedUpAt: now }).where(eq(sessions.id, id));
}

export async function selectLiveSessions(db: Queryable, userId: string, now: Date, idleSince: Date) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), live(now, idleSince)))
    .orderBy(desc(sessions.id));
}

/** The merchant that the person looked at last. */
export async function findLastMerchant(db: Queryable, userId: string): Promise<string | null> {
  const rows = await db
    .select({ merchantId: sessions.merchantId })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNotNull(sessions.merchantId)))
    .orderBy(desc(sessions.id))
    .limit(1);
  return rows[0]?.merchantId ?? null;
}

/** Ends one session of a person; null where they have no such open one. */
export async function endSessionOf(tx: Tx, userId: string, id: string, now: Date): Promise<SessionRow | null> {
  const [row] = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isNull(sessions.endedAt)))
    .returning();
  return row ?? null;
}

/** Ends all sessions of a person but one. Answers how many. */
export async function endSessionsBut(tx: Tx, userId: string, kept: string | null, now: Date): Promise<number> {
  const rows = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), kept ? ne(sessions.id, kept) : undefined))
    .returning({ id: sessions.id });
  return rows.length;
}

/** Forgets sessions that were over before a moment. */
export async function deleteOldSessions(db: Database, before: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, before));
}

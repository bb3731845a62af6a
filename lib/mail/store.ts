import { and, asc, desc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { mails } from '@/db/schema';
import { turnOf } from '@/db/turns';
import { wakeWorkers } from '@/db/wake';

/** All SQL about mails. */

export async function insertMail(tx: Tx, row: typeof mails.$inferInsert): Promise<void> {
  await tx.insert(mails).values(row);
}

/** Wakes the workers when this transaction commits. */
export async function ringForMails(tx: Tx): Promise<void> {
  await wakeWorkers(tx, 'mails');
}

const open = and(isNull(mails.sentAt), isNull(mails.failedAt));

export type MailLease = { now: Date; leaseUntil: Date; owner: string; limit: number };

/** So many workers find work of their own at the same moment. */
const maxTurns = 4;

/** Leases mails that are due, by turns of their merchants, the longest due first. What another worker holds is left to it. */
export async function leaseMails(db: Database, { now, leaseUntil, owner, limit }: MailLease) {
  const free = or(isNull(mails.leaseUntil), lte(mails.leaseUntil, now));
  const isDue = and(open, lte(mails.nextAttemptAt, now), free);
  // Codes are nobody's, so they are a turn of their own.
  const turn = turnOf(mails.merchantId, mails.nextAttemptAt).as('turn');
  const next = db
    .select({ nextId: sql<string>`${mails.id}`.as('next_id'), turn })
    .from(mails)
    .where(isDue)
    .orderBy(sql`turn`, asc(mails.nextAttemptAt))
    .limit(maxTurns * limit)
    .as('next');
  const due = db
    .select({ id: mails.id })
    .from(mails)
    .innerJoin(next, eq(next.nextId, mails.id))
    .where(isDue)
    .orderBy(next.turn, asc(mails.nextAttemptAt))
    .limit(limit)
    .for('update', { of: mails, skipLocked: true });
  return db
    .update(mails)
    .set({ leaseUntil, leaseOwner: owner, attempts: sql`${mails.attempts} + 1` })
    .where(sql`${mails.id} in ${due}`)
    .returning();
}
export type LeasedMail = Awaited<ReturnType<typeof leaseMails>>[number];

export type MailEnd = Partial<Pick<typeof mails.$inferSelect, 'sentAt' | 'failedAt' | 'error' | 'nextAttemptAt'>> & {
  /** Whether the words may be forgotten now. */
  empty: boolean;
};

/** Writes how an attempt ended; false when the lease was lost to another worker, which then has the last word. */
export async function endAttempt(db: Database, id: string, owner: string, end: MailEnd): Promise<boolean> {
  const { empty, ...change } = end;
  const rows = await db
    .update(mails)
    .set({ ...change, ...(empty && { subject: '', body: '' }), leaseUntil: null, leaseOwner: null })
    .where(and(eq(mails.id, id), eq(mails.leaseOwner, owner), open))
    .returning({ id: mails.id });
  return rows.length === 1;
}

/** Gives up mails that help nobody any more. Answers how many. */
export async function dropWorthless(db: Database, now: Date, error: string): Promise<number> {
  const rows = await db
    .update(mails)
    .set({ failedAt: now, error, subject: '', body: '', leaseUntil: null, leaseOwner: null })
    .where(and(open, lte(mails.worthlessAt, now)))
    .returning({ id: mails.id });
  return rows.length;
}

export async function countWaiting(db: Queryable, now: Date): Promise<number> {
  return db.$count(mails, and(open, lte(mails.nextAttemptAt, now)));
}

/** Forgets mails that were settled before a moment. */
export async function deleteEndedMails(db: Database, before: Date): Promise<void> {
  await db.delete(mails).where(or(lt(mails.sentAt, before), lt(mails.failedAt, before)));
}

/** Mails that were sent, the newest first, whose words are still there. */
export async function selectNewest(db: Queryable, to: string | undefined, limit: number) {
  const kept = and(isNotNull(mails.sentAt), sql`${mails.body} <> ''`);
  return db
    .select({ id: mails.id, to: mails.recipient, subject: mails.subject, body: mails.body, at: mails.createdAt })
    .from(mails)
    .where(and(kept, to === undefined ? undefined : eq(sql`lower(${mails.recipient})`, to.toLowerCase())))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

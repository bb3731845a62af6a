import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
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

const maxAbout = 300;
/** The words are forgotten. */
export const emptied = { subject: '', body: '', html: null };

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

type MailFacts = typeof mails.$inferSelect;
export type MailEnd = Pick<MailFacts, 'state' | 'stateAt'> &
  Partial<Pick<MailFacts, 'sentAt' | 'failedAt' | 'error' | 'nextAttemptAt' | 'smtpCode' | 'retryable'>> & {
    /** Whether the words may be forgotten now. */
    empty: boolean;
  };

/** Writes how an attempt ended; false when the lease was lost to another worker, which then has the last word. */
export async function endAttempt(db: Database, id: string, owner: string, end: MailEnd): Promise<boolean> {
  const { empty, ...change } = end;
  const rows = await db
    .update(mails)
    .set({ ...change, ...(empty && emptied), leaseUntil: null, leaseOwner: null })
    .where(and(eq(mails.id, id), eq(mails.leaseOwner, owner), open))
    .returning({ id: mails.id });
  return rows.length === 1;
}

/** Gives up mails that help nobody any more. Answers how many. */
export async function dropWorthless(db: Database, now: Date, error: string): Promise<number> {
  const rows = await db
    .update(mails)
    .set({ failedAt: now, state: 'failed', stateAt: now, error, ...emptied, leaseUntil: null, leaseOwner: null })
    .where(and(open, lte(mails.worthlessAt, now)))
    .returning({ id: mails.id });
  return rows.length;
}

/** All facts of a mail but its words. */
const { subject: _subject, body: _body, html: _html, ...factColumns } = getTableColumns(mails);
export type MailRow = Omit<MailFacts, 'subject' | 'body' | 'html'>;

/** A report comes after the server took the mail, and never takes back a worse one. */
const before = {
  late: ['sent'],
  bounced: ['sent', 'late'],
  complained: ['sent', 'late', 'bounced'],
} as const satisfies Record<string, readonly MailFacts['state'][]>;

type Report = Pick<MailFacts, 'stateAt' | 'error' | 'smtpCode' | 'retryable'> & { state: keyof typeof before };

export async function writeReport(db: Database, id: string, report: Report): Promise<boolean> {
  const rows = await db
    .update(mails)
    .set(report)
    .where(and(eq(mails.id, id), isNotNull(mails.payoutId), inArray(mails.state, before[report.state])))
    .returning({ id: mails.id });
  return rows.length === 1;
}

export async function selectUntold(db: Queryable, after: string, limit: number): Promise<MailRow[]> {
  const bad = sql`${mails.state} in ('refused', 'failed', 'bounced', 'complained', 'unsubscribed')`;
  return db
    .select(factColumns)
    .from(mails)
    .where(
      and(isNotNull(mails.payoutId), bad, gt(mails.id, after), sql`${mails.toldState} is distinct from ${mails.state}`),
    )
    .orderBy(asc(mails.id))
    .limit(limit);
}

/** False when the mail has another state by now, or was told of. */
export async function markTold(tx: Tx, id: string, state: MailFacts['state']): Promise<boolean> {
  const rows = await tx
    .update(mails)
    .set({ toldState: state })
    .where(and(eq(mails.id, id), eq(mails.state, state), sql`${mails.toldState} is distinct from ${state}`))
    .returning({ id: mails.id });
  return rows.length === 1;
}

export async function selectMailsAbout(db: Queryable, key: { merchantId: string; payoutId: string }) {
  const rows = await db
    .select(factColumns)
    .from(mails)
    .where(and(eq(mails.merchantId, key.merchantId), eq(mails.payoutId, key.payoutId)))
    .orderBy(desc(mails.id))
    .limit(maxAbout);
  return rows.toReversed();
}

/** The payout's mail with this id; null where it is none of them. */
export async function findMailAbout(db: Queryable, id: string): Promise<MailRow | null> {
  const [row] = await db
    .select(factColumns)
    .from(mails)
    .where(and(eq(mails.id, id), isNotNull(mails.payoutId)));
  return row ?? null;
}

export async function endOpenMails(
  tx: Tx,
  key: { merchantId: string; payoutId: string },
  { error, now }: { error: string; now: Date },
): Promise<void> {
  const end = { failedAt: now, state: 'failed', toldState: 'failed', stateAt: now, error } as const;
  await tx
    .update(mails)
    .set({ ...end, ...emptied })
    .where(and(eq(mails.merchantId, key.merchantId), eq(mails.payoutId, key.payoutId), open));
}

type Page = { after: string; limit: number };

/** Mails of a kind that are delayed and were not tried yet, the oldest first, from behind one. */
export async function selectDelayed(
  db: Queryable,
  kind: NonNullable<MailFacts['kind']>,
  now: Date,
  { after, limit }: Page,
) {
  const isUntried = and(open, eq(mails.attempts, 0), gt(mails.id, after));
  const isDelayed = and(isUntried, eq(mails.kind, kind), gt(mails.nextAttemptAt, now));
  return db.select(factColumns).from(mails).where(isDelayed).orderBy(asc(mails.id)).limit(limit);
}

/** Only while nobody has tried to send it. */
export async function updateDelayed(tx: Tx, id: string, set: Partial<MailFacts>): Promise<void> {
  await tx
    .update(mails)
    .set(set)
    .where(and(eq(mails.id, id), open, eq(mails.attempts, 0)));
}

export async function countWaiting(db: Queryable, now: Date): Promise<number> {
  return db.$count(mails, and(open, lte(mails.nextAttemptAt, now)));
}

/** Forgets mails that ended before a moment; those to recipients belong to the story of their payout. */
export async function deleteEndedMails(db: Database, before: Date): Promise<void> {
  await db.delete(mails).where(and(isNull(mails.payoutId), or(lt(mails.sentAt, before), lt(mails.failedAt, before))));
}

/** Mails that were sent, the newest first, whose words are still there. */
export async function selectNewest(db: Queryable, to: string | undefined, limit: number) {
  const kept = and(isNotNull(mails.sentAt), sql`${mails.body} <> ''`);
  return db
    .select({
      id: mails.id,
      to: mails.recipient,
      subject: mails.subject,
      body: mails.body,
      at: mails.createdAt,
      html: mails.html,
    })
    .from(mails)
    .where(and(kept, to === undefined ? undefined : eq(sql`lower(${mails.recipient})`, to.toLowerCase())))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

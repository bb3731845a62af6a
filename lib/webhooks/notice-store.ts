import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { notices } from '@/db/schema';
import type { NoticeOutcome } from '@/db/vocabulary';

/** SQL about what others told us. */

export type Notice = typeof notices.$inferSelect;
export type NewNotice = Omit<typeof notices.$inferInsert, 'id' | 'lookedAt' | 'outcome'>;

/** Keeps what came and wakes whoever looks; false when it was here before, and then the first stays as it is. */
export async function insertNotice(db: Database, notice: NewNotice): Promise<boolean> {
  const rows = await db
    .insert(notices)
    .values(notice)
    .onConflictDoNothing({ target: [notices.dialect, notices.sourceId, notices.key] })
    .returning({ told: sql`pg_notify('work', 'notices')` });
  return rows.length === 1;
}

/**
 * Takes the notices that are due, those that wait longest first. Until `until` nobody else takes them; after that they
 * are due again, should whoever took them have died. What another worker is just taking is left to it.
 */
export async function claimNotices(
  db: Database,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<Notice[]> {
  const due = sql`(
    select id as due_id from notices where looked_at is null and next_look_at <= ${now.toISOString()}::timestamptz
    order by next_look_at, id limit ${limit} for update skip locked
  ) due`;
  return db.update(notices).set({ nextLookAt: until }).from(due).where(sql`${notices.id} = due_id`).returning();
}

type Key = Pick<Notice, 'merchantId' | 'id'>;

const unseen = (notice: Key) =>
  and(eq(notices.merchantId, notice.merchantId), eq(notices.id, notice.id), isNull(notices.lookedAt));

export async function settleNotice(db: Database, notice: Key, outcome: NoticeOutcome, now: Date): Promise<void> {
  await db.update(notices).set({ lookedAt: now, outcome }).where(unseen(notice));
}

export async function postponeNotice(db: Database, notice: Key, until: Date): Promise<void> {
  await db.update(notices).set({ nextLookAt: until }).where(unseen(notice));
}

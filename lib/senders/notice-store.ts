import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Queryable } from '@/db/client';
import { notices, sources } from '@/db/schema';
import { turnOf } from '@/db/turns';
import type { NoticeOutcome } from '@/db/vocabulary';

/** SQL about what others told us. */

export type Notice = typeof notices.$inferSelect;
export type NewNotice = Omit<typeof notices.$inferInsert, 'id' | 'lookedAt' | 'outcome' | 'payoutId' | 'forgottenAt'>;

/** Keeps what came and wakes whoever looks; false when it was here before, and then the first stays as it is. */
export async function insertNotice(db: Database, notice: NewNotice): Promise<boolean> {
  const rows = await db
    .insert(notices)
    .values(notice)
    .onConflictDoNothing({ target: [notices.dialect, notices.sourceId, notices.key] })
    .returning({ told: sql`pg_notify('work', 'notices')` });
  return rows.length === 1;
}

/** So many workers find work of their own at the same moment. */
const mostTurns = 4;

/**
 * Takes the notices that are due: by turns of their merchants, and of each those that wait longest. Until `until` nobody
 * else takes them; after that they are due again, should whoever took them have died. What others take is left to them.
 */
export async function claimNotices(
  db: Database,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<Notice[]> {
  const isDue = sql`looked_at is null and next_look_at <= ${now.toISOString()}::timestamptz`;
  const due = sql`(
    select notices.id as due_id from notices join (
      select id as next_id, ${turnOf(sql`merchant_id`, sql`next_look_at, id`)} as turn from notices where ${isDue}
      order by turn, next_look_at, id limit ${mostTurns * limit}
    ) next on next_id = notices.id
    where ${isDue} order by turn, next_look_at, id limit ${limit} for update of notices skip locked
  ) due`;
  return db.update(notices).set({ nextLookAt: until }).from(due).where(sql`${notices.id} = due_id`).returning();
}

type Key = Pick<Notice, 'merchantId' | 'id'>;

const unseen = (notice: Key) =>
  and(eq(notices.merchantId, notice.merchantId), eq(notices.id, notice.id), isNull(notices.lookedAt));

type Found = { outcome: NoticeOutcome; payoutId: string | null };

export async function settleNotice(db: Database, notice: Key, found: Found, now: Date): Promise<void> {
  await db
    .update(notices)
    .set({ lookedAt: now, ...found })
    .where(unseen(notice));
}

export async function postponeNotice(db: Database, notice: Key, until: Date): Promise<void> {
  await db.update(notices).set({ nextLookAt: until }).where(unseen(notice));
}

/** What a source told us, the newest first, from below `after`. */
export function selectNotices(
  q: Queryable,
  { merchantId, sourceId, after, limit }: { merchantId: string; sourceId: string; after: bigint | null; limit: number },
): Promise<Notice[]> {
  const ofSource = and(eq(notices.merchantId, merchantId), eq(notices.sourceId, sourceId));
  return q
    .select()
    .from(notices)
    .where(and(ofSource, after === null ? undefined : lt(notices.id, after)))
    .orderBy(desc(notices.id))
    .limit(limit);
}

/** When each of these sources was last heard of. */
export async function lastHeard(q: Queryable, sourceIds: readonly string[]): Promise<Map<string, Date>> {
  const newest = q
    .select({ receivedAt: notices.receivedAt })
    .from(notices)
    .where(eq(notices.sourceId, sources.id))
    .orderBy(desc(notices.id))
    .limit(1)
    .as('newest');
  const rows = await q
    .select({ id: sources.id, at: newest.receivedAt })
    .from(sources)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(sources.id, [...sourceIds]));
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/**
 * Deletes what notices said that came before `before` and were looked at. What is left knows a repetition, and when it
 * came and what became of it. Answers how many.
 */
export async function forgetContents(db: Database, before: Date, now: Date, limit: number): Promise<number> {
  const old = sql`(
    select id as old_id from notices
    where forgotten_at is null and looked_at is not null and received_at < ${before.toISOString()}::timestamptz
    order by received_at limit ${limit} for update skip locked
  ) old`;
  const rows = await db
    .update(notices)
    .set({ forgottenAt: now, target: sql`split_part(${notices.target}, '?', 1)`, headers: {}, body: Buffer.alloc(0) })
    .from(old)
    .where(sql`${notices.id} = old_id`)
    .returning({ id: notices.id });
  return rows.length;
}

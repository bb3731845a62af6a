import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Queryable } from '@/db/client';
import { messages, sources } from '@/db/schema';
import { turnOf } from '@/db/turns';
import type { MessageOutcome } from '@/db/vocabulary/webhooks';

/** SQL about what others told us. */

export type StoredMessage = typeof messages.$inferSelect;
export type NewMessage = Omit<typeof messages.$inferInsert, 'id' | 'lookedAt' | 'outcome' | 'payoutId' | 'forgottenAt'>;

/** Keeps what came and wakes the workers; false when it was here before, and then the first stays as it is. */
export async function insertMessage(db: Database, message: NewMessage): Promise<boolean> {
  const rows = await db
    .insert(messages)
    .values(message)
    .onConflictDoNothing({ target: [messages.dialect, messages.sourceId, messages.key] })
    .returning({ told: sql`pg_notify('work', 'messages')` });
  return rows.length === 1;
}

/** So many workers find work of their own at the same moment. */
const maxTurns = 4;

/**
 * Takes the messages that are due: by turns of their merchants, and of each those that wait longest. Until `until` nobody
 * else takes them; after that they are due again, should the worker that took them have died. What others take is left to them.
 */
export async function leaseMessages(
  db: Database,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<StoredMessage[]> {
  const isDue = sql`looked_at is null and next_look_at <= ${now.toISOString()}::timestamptz`;
  const due = sql`(
    select messages.id as due_id from messages join (
      select id as next_id, ${turnOf(sql`merchant_id`, sql`next_look_at, id`)} as turn from messages where ${isDue}
      order by turn, next_look_at, id limit ${maxTurns * limit}
    ) next on next_id = messages.id
    where ${isDue} order by turn, next_look_at, id limit ${limit} for update of messages skip locked
  ) due`;
  return db.update(messages).set({ nextLookAt: until }).from(due).where(sql`${messages.id} = due_id`).returning();
}

type Key = Pick<StoredMessage, 'merchantId' | 'id'>;

const unseen = (message: Key) =>
  and(eq(messages.merchantId, message.merchantId), eq(messages.id, message.id), isNull(messages.lookedAt));

type MessageFinding = { outcome: MessageOutcome; payoutId: string | null };

export async function closeMessage(db: Database, message: Key, found: MessageFinding, now: Date): Promise<void> {
  await db
    .update(messages)
    .set({ lookedAt: now, ...found })
    .where(unseen(message));
}

export async function postponeMessage(db: Database, message: Key, until: Date): Promise<void> {
  await db.update(messages).set({ nextLookAt: until }).where(unseen(message));
}

/** What a source told us, the newest first, from below `after`. */
export function selectMessages(
  q: Queryable,
  { merchantId, sourceId, after, limit }: { merchantId: string; sourceId: string; after: bigint | null; limit: number },
): Promise<StoredMessage[]> {
  const ofSource = and(eq(messages.merchantId, merchantId), eq(messages.sourceId, sourceId));
  return q
    .select()
    .from(messages)
    .where(and(ofSource, after === null ? undefined : lt(messages.id, after)))
    .orderBy(desc(messages.id))
    .limit(limit);
}

/** When each of these sources was last heard of. */
export async function lastHeard(q: Queryable, sourceIds: readonly string[]): Promise<Map<string, Date>> {
  const newest = q
    .select({ receivedAt: messages.receivedAt })
    .from(messages)
    .where(eq(messages.sourceId, sources.id))
    .orderBy(desc(messages.id))
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
 * Deletes what messages said that came before `before` and were looked at. What is left knows a repetition, and when it
 * came and what became of it. Answers how many.
 */
export async function forgetContents(db: Database, before: Date, now: Date, limit: number): Promise<number> {
  const old = sql`(
    select id as old_id from messages
    where forgotten_at is null and looked_at is not null and received_at < ${before.toISOString()}::timestamptz
    order by received_at limit ${limit} for update skip locked
  ) old`;
  const rows = await db
    .update(messages)
    .set({ forgottenAt: now, target: sql`split_part(${messages.target}, '?', 1)`, headers: {}, body: Buffer.alloc(0) })
    .from(old)
    .where(sql`${messages.id} = old_id`)
    .returning({ id: messages.id });
  return rows.length;
}

import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { relaySends, relayVersions } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RelayReason } from '@/db/vocabulary/relay';

export type RelaySend = typeof relaySends.$inferSelect;
export type NewRelaySend = typeof relaySends.$inferInsert;
export type RelayVersion = typeof relayVersions.$inferSelect;
/** A send that has a nonce, with each form of it that was signed, the oldest first. */
export type SignedSend = RelaySend & { accountId: string; nonce: number; versions: RelayVersion[] };

/** Where a send stands in the chain while it stands nowhere. */
export const inNoBlock = {
  ...{ hash: null, blockHash: null, blockNumber: null, success: null, gasUsed: null, gasPrice: null, cost: null },
} as const;

/** Starts the worker's look at this chain once the transaction is committed. */
export async function ringForRelay(tx: Tx, chain: ChainKey): Promise<void> {
  await tx.execute(sql`select pg_notify('work', ${`relay ${chain}`})`);
}

export async function insertSend(tx: Tx, row: NewRelaySend): Promise<void> {
  await tx.insert(relaySends).values(row);
}

/** Those without a nonce, the oldest first. */
export async function selectWaiting(db: Queryable, chain: ChainKey, limit: number): Promise<RelaySend[]> {
  return db
    .select()
    .from(relaySends)
    .where(and(eq(relaySends.chain, chain), eq(relaySends.status, 'waiting'), isNull(relaySends.finalAt)))
    .orderBy(asc(relaySends.id))
    .limit(limit);
}

/** Those with a nonce whose end is not proved yet, by account and nonce. */
export async function selectUnproved(db: Queryable, chain: ChainKey): Promise<SignedSend[]> {
  const rows = await db
    .select({ send: relaySends, version: relayVersions })
    .from(relaySends)
    .innerJoin(relayVersions, eq(relayVersions.sendId, relaySends.id))
    .where(and(eq(relaySends.chain, chain), isNull(relaySends.finalAt)))
    .orderBy(asc(relaySends.accountId), asc(relaySends.nonce), asc(relayVersions.number));
  return gather(rows);
}

function gather(rows: { send: RelaySend; version: RelayVersion }[]): SignedSend[] {
  const byId = new Map<string, SignedSend>();
  for (const { send, version } of rows) {
    const { accountId, nonce } = send;
    if (accountId === null || nonce === null) continue;
    const known = byId.get(send.id) ?? { ...send, accountId, nonce, versions: [] };
    known.versions.push(version);
    byId.set(send.id, known);
  }
  return [...byId.values()];
}

export async function selectSends(db: Queryable, ids: readonly string[]): Promise<RelaySend[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(relaySends)
    .where(inArray(relaySends.id, [...ids]));
}

/** The newest form of each of these sends that a node took. */
export async function selectTaken(db: Queryable, ids: readonly string[]): Promise<Map<string, RelayVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([relayVersions.sendId])
    .from(relayVersions)
    .where(and(inArray(relayVersions.sendId, [...ids]), sql`taken_at is not null`))
    .orderBy(relayVersions.sendId, desc(relayVersions.number));
  return new Map(rows.map((row) => [row.sendId, row]));
}

/** Null where it is no longer in the status in which it was read. */
export async function lockSend(tx: Tx, was: Pick<RelaySend, 'id' | 'status'>): Promise<RelaySend | null> {
  const [row] = await tx.select().from(relaySends).where(eq(relaySends.id, was.id)).for('update');
  return row?.status === was.status && row.finalAt === null ? row : null;
}

/** Only under the lock of the send. */
export async function updateSend(tx: Tx, id: string, set: Partial<NewRelaySend>, now: Date): Promise<void> {
  await tx
    .update(relaySends)
    .set({ ...set, updatedAt: now })
    .where(eq(relaySends.id, id));
}

/** The signed forms of one send, the first one first. */
export async function selectVersions(db: Queryable, sendId: string): Promise<RelayVersion[]> {
  return db.select().from(relayVersions).where(eq(relayVersions.sendId, sendId)).orderBy(asc(relayVersions.number));
}

/** False, and nothing written, when another worker signed the same number. */
export async function insertVersion(tx: Tx, row: typeof relayVersions.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(relayVersions).values(row).onConflictDoNothing().returning({ hash: relayVersions.hash });
  return rows.length === 1;
}

/** A version was given to a node, which took it or not. */
export async function savePush(db: Database, version: RelayVersion, taken: boolean, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(relayVersions)
      .set({
        pushedAt: now,
        ...(taken && { takenAt: sql`coalesce(${relayVersions.takenAt}, ${now.toISOString()}::timestamptz)` }),
      })
      .where(and(eq(relayVersions.sendId, version.sendId), eq(relayVersions.number, version.number)));
    if (!taken) return;
    await tx
      .update(relaySends)
      .set({ status: 'sent', updatedAt: now })
      .where(and(eq(relaySends.id, version.sendId), eq(relaySends.status, 'signed')));
  });
}

/** Says of all that wait on a chain why they do. */
export async function saveWaits(db: Database, chain: ChainKey, because: RelayReason | null): Promise<void> {
  const waits = and(eq(relaySends.chain, chain), eq(relaySends.status, 'waiting'));
  await db
    .update(relaySends)
    .set({ because })
    .where(and(waits, sql`${relaySends.because} is distinct from ${because}`));
}

/** Whether something is on its way from one account to another. */
export async function hasOpenTransfer(db: Queryable, chain: ChainKey, to: string): Promise<boolean> {
  const rows = await db
    .select({ id: relaySends.id })
    .from(relaySends)
    .where(
      and(
        eq(relaySends.chain, chain),
        eq(relaySends.toAddress, to),
        inArray(relaySends.status, ['waiting', 'signed', 'sent']),
        isNull(relaySends.finalAt),
        sql`value > 0`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function findVersion(db: Queryable, sendId: string, number: number): Promise<RelayVersion | null> {
  const [row] = await db
    .select()
    .from(relayVersions)
    .where(and(eq(relayVersions.sendId, sendId), eq(relayVersions.number, number)));
  return row ?? null;
}

/** Their ends were final, and the chain took them back: from this nonce on, up to this block, they are looked after again. */
export async function reviveSends(
  tx: Tx,
  accountId: string,
  { nonce, headNumber }: { nonce: number; headNumber: bigint },
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(relaySends)
    .set({ ...inNoBlock, status: 'sent', finalAt: null, updatedAt: now })
    .where(
      and(
        eq(relaySends.accountId, accountId),
        gte(relaySends.nonce, nonce),
        inArray(relaySends.status, ['mined', 'filled', 'foreign']),
        or(isNull(relaySends.blockNumber), lte(relaySends.blockNumber, headNumber)),
        isNotNull(relaySends.finalAt),
      ),
    )
    .returning({ id: relaySends.id });
  return rows.length;
}

/** What was ordered before a moment and is in no block yet, the oldest first. */
export async function selectOpenSince(db: Queryable, before: Date): Promise<RelaySend[]> {
  return db
    .select()
    .from(relaySends)
    .where(and(inArray(relaySends.status, ['waiting', 'signed', 'sent']), lt(relaySends.createdAt, before)))
    .orderBy(asc(relaySends.createdAt))
    .limit(100);
}

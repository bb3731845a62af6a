import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { chains, operatorKeys } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type ChainRow = typeof chains.$inferSelect;

/** False where the key or the id is of a chain already. */
export async function insertChain(tx: Tx, row: typeof chains.$inferInsert): Promise<boolean> {
  return (await tx.insert(chains).values(row).onConflictDoNothing().returning({ key: chains.key })).length === 1;
}

/** Those that operators added, listed or not. */
export async function selectAddedChains(db: Queryable): Promise<ChainRow[]> {
  return db.select().from(chains).where(eq(chains.shipped, false)).orderBy(asc(chains.createdAt), asc(chains.key));
}

/** Its key is any text: one that waits is no chain yet. */
const waits = (key: string) => and(sql`${chains.key} = ${key}`, eq(chains.status, 'waiting'));

export async function findWaiting(db: Queryable, key: string): Promise<ChainRow | null> {
  return (await db.select().from(chains).where(waits(key)))[0] ?? null;
}

export async function lockWaiting(tx: Tx, key: string): Promise<ChainRow | null> {
  return (await tx.select().from(chains).where(waits(key)).for('update'))[0] ?? null;
}

export async function markChainListed(tx: Tx, key: ChainKey, agreedBy: string, listedAt: Date): Promise<void> {
  await tx.update(chains).set({ status: 'listed', agreedBy, listedAt }).where(eq(chains.key, key));
}

export async function deleteWaitingChain(tx: Tx, key: string): Promise<boolean> {
  return (await tx.delete(chains).where(waits(key)).returning({ key: chains.key })).length === 1;
}

/** The person who made a key of operators. */
export async function findMakerOf(db: Queryable, keyId: string): Promise<string | null> {
  const [row] = await db.select({ by: operatorKeys.createdBy }).from(operatorKeys).where(eq(operatorKeys.id, keyId));
  return row?.by ?? null;
}

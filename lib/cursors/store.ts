import { and, asc, desc, eq, gt, inArray, lt, lte, max, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { chainBlocks, chainCursors, chainTroubles, payouts, transfers } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { TokenMove } from '@/lib/evm/token-moves';
import { railsWhere } from '@/lib/rails/traits';

export type Cursor = typeof chainCursors.$inferSelect;
export type StoredBlock = typeof chainBlocks.$inferSelect;

export async function findCursor(db: Queryable, chain: ChainKey): Promise<Cursor | null> {
  const [row] = await db.select().from(chainCursors).where(eq(chainCursors.chain, chain));
  return row ?? null;
}

/** The newest block that each chain was read up to. */
export async function readHeads(db: Queryable): Promise<Map<ChainKey, bigint>> {
  const rows = await db.select({ chain: chainCursors.chain, number: chainCursors.number }).from(chainCursors);
  return new Map(rows.map((row) => [row.chain, row.number]));
}

export async function insertCursor(tx: Tx, cursor: Cursor): Promise<void> {
  await tx.insert(chainCursors).values(cursor);
}

/** Moves the cursor on from where it was read; throws, and so undoes the caller's work, when another worker moved it. */
export async function saveCursor(tx: Tx, from: Cursor, to: Omit<Cursor, 'chain'>): Promise<void> {
  const rows = await tx
    .update(chainCursors)
    .set(to)
    .where(
      and(
        eq(chainCursors.chain, from.chain),
        eq(chainCursors.number, from.number),
        eq(chainCursors.finalNumber, from.finalNumber),
      ),
    )
    .returning({ chain: chainCursors.chain });
  if (rows.length === 0) throw new Error(`Another worker moved the cursor of ${from.chain}`);
}

/** Keeps the cursor where it was read until the transaction ends; throws when another worker moved it. */
export async function lockCursor(tx: Tx, read: Cursor): Promise<void> {
  const [row] = await tx.select().from(chainCursors).where(eq(chainCursors.chain, read.chain)).for('share');
  if (row?.number === read.number && row.finalNumber === read.finalNumber) return;
  throw new Error(`Another worker moved the cursor of ${read.chain}`);
}

export async function saveBlocks(tx: Tx, blocks: StoredBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  await tx
    .insert(chainBlocks)
    .values(blocks)
    .onConflictDoUpdate({
      target: [chainBlocks.chain, chainBlocks.number],
      set: { hash: sql`excluded.hash`, time: sql`excluded.time` },
    });
}

export async function findNewestBlock(db: Queryable, chain: ChainKey): Promise<StoredBlock | null> {
  const ofChain = eq(chainBlocks.chain, chain);
  const [row] = await db.select().from(chainBlocks).where(ofChain).orderBy(desc(chainBlocks.number)).limit(1);
  return row ?? null;
}

export async function selectBlocks(db: Queryable, chain: ChainKey): Promise<StoredBlock[]> {
  return db.select().from(chainBlocks).where(eq(chainBlocks.chain, chain)).orderBy(desc(chainBlocks.number));
}

export async function deleteBlocksAbove(tx: Tx, chain: ChainKey, number: bigint): Promise<void> {
  await tx.delete(chainBlocks).where(and(eq(chainBlocks.chain, chain), gt(chainBlocks.number, number)));
}

/** Forgets the hashes of blocks below `number`, but for the newest of them: it is what a node is known by. */
export async function deleteBlocksBelow(tx: Tx, chain: ChainKey, number: bigint): Promise<void> {
  const ofChain = eq(chainBlocks.chain, chain);
  const newest = tx
    .select({ number: max(chainBlocks.number) })
    .from(chainBlocks)
    .where(and(ofChain, lte(chainBlocks.number, number)));
  await tx.delete(chainBlocks).where(and(ofChain, lt(chainBlocks.number, sql`(${newest})`)));
}

/** The oldest block whose hash is kept: a final one. */
export async function findOldestBlock(db: Queryable, chain: ChainKey): Promise<StoredBlock | null> {
  const ofChain = eq(chainBlocks.chain, chain);
  const [row] = await db.select().from(chainBlocks).where(ofChain).orderBy(asc(chainBlocks.number)).limit(1);
  return row ?? null;
}

/**
 * Whether a token movement is one of the two that a claim of this merchant made, or the log of another payment of it: one that is
 * confirmed, or that is final and still to be settled here, so that it is never booked twice.
 */
export async function isPayment(
  db: Queryable,
  { merchantId, chain }: { merchantId: string; chain: ChainKey },
  move: TokenMove,
): Promise<boolean> {
  const claimed = inArray(
    transfers.rail,
    railsWhere(({ hasClaimId }) => hasClaimId),
  );
  const net = and(claimed, eq(transfers.recipient, move.to), eq(payouts.net, move.amount));
  const fee = and(claimed, eq(payouts.feeCollector, move.to), eq(payouts.fee, move.amount));
  const byLog = and(
    inArray(
      transfers.rail,
      railsWhere(({ hasClaimId }) => !hasClaimId),
    ),
    eq(transfers.logIndex, move.logIndex),
  );
  const rows = await db
    .select({ id: transfers.id })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .where(
      and(
        eq(transfers.chain, chain),
        eq(transfers.hash, move.hash),
        inArray(transfers.status, ['confirmed', 'confirming']),
        eq(payouts.merchantId, merchantId),
        eq(payouts.token, move.token),
        or(net, fee, byLog),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Whether a block is one that we have read, and the same one: what it holds may be booked then, and a reorganisation
 * takes it back. Blocks whose hashes are no longer kept are final.
 */
export async function isOnOurChain(
  db: Queryable,
  chain: ChainKey,
  block: { blockNumber: bigint; blockHash: string },
  cursor: Cursor,
): Promise<boolean> {
  if (block.blockNumber > cursor.number) return false;
  const [kept] = await db
    .select({ hash: chainBlocks.hash })
    .from(chainBlocks)
    .where(and(eq(chainBlocks.chain, chain), eq(chainBlocks.number, block.blockNumber)));
  return kept ? kept.hash === block.blockHash : block.blockNumber <= cursor.finalNumber;
}

/** Keeps why a chain could not be read just now. */
export async function keepTrouble(db: Queryable, trouble: typeof chainTroubles.$inferInsert): Promise<void> {
  const { reason, at } = trouble;
  const target = chainTroubles.chain;
  await db.insert(chainTroubles).values(trouble).onConflictDoUpdate({ target, set: { reason, at } });
}

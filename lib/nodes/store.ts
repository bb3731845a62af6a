import { and, asc, count, eq, gt, isNull, notInArray, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { chainNodes, nodeDisputes } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type NodeRow = typeof chainNodes.$inferSelect;
export type Dispute = typeof nodeDisputes.$inferSelect;

/** Keeps what was found of a node. A fault that is over stays as its last one. */
export async function saveNode(db: Queryable, row: typeof chainNodes.$inferInsert): Promise<void> {
  const { chain: _chain, mark: _mark, lastFault, lastFaultAt, ...found } = row;
  const set = lastFault ? { ...found, lastFault, lastFaultAt } : found;
  await db
    .insert(chainNodes)
    .values(row)
    .onConflictDoUpdate({ target: [chainNodes.chain, chainNodes.mark], set });
}

/** Forgets the nodes of a chain that are not among these any more. */
export async function forgetOtherNodes(db: Queryable, chain: ChainKey, marks: readonly string[]): Promise<void> {
  await db.delete(chainNodes).where(and(eq(chainNodes.chain, chain), notInArray(chainNodes.mark, [...marks])));
}

export async function selectNodes(db: Queryable): Promise<NodeRow[]> {
  return db.select().from(chainNodes).orderBy(asc(chainNodes.chain), asc(chainNodes.place));
}

export async function selectOpenDisputes(db: Queryable): Promise<Dispute[]> {
  return db.select().from(nodeDisputes).where(isNull(nodeDisputes.endedAt)).orderBy(asc(nodeDisputes.since));
}

function is({ chain, kind, subject }: Pick<Dispute, 'chain' | 'kind' | 'subject'>) {
  return and(eq(nodeDisputes.chain, chain), eq(nodeDisputes.kind, kind), eq(nodeDisputes.subject, subject));
}

/** One that ended before begins again; one that is open stays as it began. When it was told of last is kept. */
export async function openDispute(tx: Tx, dispute: Omit<Dispute, 'toldAt' | 'endedAt'>): Promise<Dispute> {
  const { marks, hosts, since } = dispute;
  await tx
    .insert(nodeDisputes)
    .values(dispute)
    .onConflictDoUpdate({
      target: [nodeDisputes.chain, nodeDisputes.kind, nodeDisputes.subject],
      set: { marks, hosts, since, endedAt: null },
      setWhere: sql`${nodeDisputes.endedAt} is not null`,
    });
  const [row] = await tx.select().from(nodeDisputes).where(is(dispute)).for('update');
  if (!row) throw new Error(`The dispute of ${dispute.subject} was not written`);
  return row;
}

/** How many disputes of a chain were told of since. */
export async function countTold(db: Queryable, chain: ChainKey, since: Date): Promise<number> {
  const told = and(eq(nodeDisputes.chain, chain), gt(nodeDisputes.toldAt, since));
  const [row] = await db.select({ told: count() }).from(nodeDisputes).where(told);
  return row?.told ?? 0;
}

export async function markTold(tx: Tx, dispute: Dispute, toldAt: Date): Promise<void> {
  await tx.update(nodeDisputes).set({ toldAt }).where(is(dispute));
}

/** Ends all disputes of a chain over what moved. */
export async function endMoveDisputes(db: Queryable, chain: ChainKey, endedAt: Date): Promise<void> {
  const open = and(eq(nodeDisputes.chain, chain), eq(nodeDisputes.kind, 'moves'), isNull(nodeDisputes.endedAt));
  await db.update(nodeDisputes).set({ endedAt }).where(open);
}

export async function endDispute(db: Queryable, dispute: Dispute, endedAt: Date): Promise<void> {
  await db.update(nodeDisputes).set({ endedAt }).where(is(dispute));
}

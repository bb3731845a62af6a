import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { reconciliations } from '@/db/schema';
import { wakeWorkers } from '@/db/wake';

export type Reconciliation = typeof reconciliations.$inferSelect;

const active = ['waiting', 'running'] as const;

/** The merchant's reconciliation of that chain that is under way: a new one, or the one that began before. */
export async function insertOrJoin(tx: Tx, row: typeof reconciliations.$inferInsert): Promise<Reconciliation> {
  const [made] = await tx.insert(reconciliations).values(row).onConflictDoNothing().returning();
  if (made) return made;
  const [current] = await tx
    .select()
    .from(reconciliations)
    .where(
      and(
        eq(reconciliations.merchantId, row.merchantId),
        eq(reconciliations.chain, row.chain),
        inArray(reconciliations.status, [...active]),
      ),
    );
  return current ?? insertOrJoin(tx, row);
}

/** Takes the oldest reconciliation that nobody works on, or this one. Time is the database's, so clocks need not agree. */
export async function takeReconciliation(
  tx: Tx,
  owner: string,
  leaseSeconds: number,
  now: Date,
  id?: string,
): Promise<Reconciliation | null> {
  const free = or(isNull(reconciliations.leaseUntil), lt(reconciliations.leaseUntil, sql`now()`));
  const [row] = await tx
    .select({ id: reconciliations.id, startedAt: reconciliations.startedAt })
    .from(reconciliations)
    .where(and(inArray(reconciliations.status, [...active]), free, id ? eq(reconciliations.id, id) : undefined))
    .orderBy(reconciliations.createdAt)
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return null;
  const leaseUntil = sql`now() + make_interval(secs => ${leaseSeconds})`;
  const [taken] = await tx
    .update(reconciliations)
    .set({ leaseOwner: owner, leaseUntil, status: 'running', startedAt: row.startedAt ?? now })
    .where(eq(reconciliations.id, row.id))
    .returning();
  return taken ?? null;
}

/** Writes progress if `owner` still holds it, and prolongs the lease; null for a worker that lost it meanwhile. */
export async function saveProgress(
  tx: Tx,
  { id, leaseOwner }: Reconciliation,
  set: Partial<typeof reconciliations.$inferInsert>,
  leaseSeconds: number,
): Promise<Reconciliation | null> {
  const [row] = await tx
    .update(reconciliations)
    .set({ ...set, leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where(
      and(
        eq(reconciliations.id, id),
        eq(reconciliations.status, 'running'),
        leaseOwner === null ? isNull(reconciliations.leaseOwner) : eq(reconciliations.leaseOwner, leaseOwner),
      ),
    )
    .returning();
  return row ?? null;
}

export async function findReconciliation(
  db: Queryable,
  merchantId: string,
  id: string,
): Promise<Reconciliation | null> {
  const [row] = await db
    .select()
    .from(reconciliations)
    .where(and(eq(reconciliations.merchantId, merchantId), eq(reconciliations.id, id)));
  return row ?? null;
}

export async function selectActive(db: Queryable, merchantId: string): Promise<Reconciliation[]> {
  return db
    .select()
    .from(reconciliations)
    .where(and(eq(reconciliations.merchantId, merchantId), inArray(reconciliations.status, [...active])));
}

/** Says that a reconciliation waits; heard by the workers. */
export async function ring(tx: Tx): Promise<void> {
  await wakeWorkers(tx, 'reconcile');
}

import { eq, sql } from 'drizzle-orm';
import { builtOnce } from '@/db/built-once';
import type { Queryable, Tx } from '@/db/client';
import { merchantLimits } from '@/db/schema';

export type Limits = typeof merchantLimits.$inferSelect;
export type StartingLimits = Pick<Limits, 'payoutsPerDay' | 'coinsPerPayout'>;

/** What a merchant that registered itself may pay out; null for all others, and once an operator lifted it. */
export async function findLimits(db: Queryable, merchantId: string): Promise<Limits | null> {
  const [row] = await db.select().from(merchantLimits).where(eq(merchantLimits.merchantId, merchantId));
  return row ?? null;
}

const selectLocked = builtOnce((db) =>
  db
    .select()
    .from(merchantLimits)
    .where(eq(merchantLimits.merchantId, sql.placeholder('merchantId')))
    .for('update'),
);

/** The same, held so that one payout at a time is counted against them. */
export async function lockLimits(tx: Tx, merchantId: string): Promise<Limits | null> {
  const [row] = await selectLocked(tx, { merchantId });
  return row ?? null;
}

export async function insertLimits(tx: Tx, row: Limits): Promise<void> {
  await tx.insert(merchantLimits).values(row);
}

/** False where there were none. */
export async function deleteLimits(tx: Tx, merchantId: string): Promise<boolean> {
  const own = eq(merchantLimits.merchantId, merchantId);
  return (await tx.delete(merchantLimits).where(own).returning({ id: merchantLimits.merchantId })).length === 1;
}

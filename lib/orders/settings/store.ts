import { eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { orderSettings } from '@/db/schema';

/** All SQL about how long orders wait. */

export type OrderSettings = typeof orderSettings.$inferSelect;

export async function findSettings(db: Queryable, merchantId: string): Promise<OrderSettings | null> {
  const [row] = await db.select().from(orderSettings).where(eq(orderSettings.merchantId, merchantId));
  return row ?? null;
}

/** Two who save at once: the second one waits, and what it writes stays. */
export async function upsertSettings(tx: Tx, row: OrderSettings): Promise<void> {
  const { merchantId: _merchant, ...set } = row;
  await tx.insert(orderSettings).values(row).onConflictDoUpdate({ target: orderSettings.merchantId, set });
}

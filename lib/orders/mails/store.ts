import { eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { orderLinks } from '@/db/schema';
import type { LockedOrder } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';

/** All SQL about the links of buyers. */

export type OrderLink = typeof orderLinks.$inferSelect;

/** An order has one link; its lock keeps two from making it at once. */
export async function insertOrderLink(
  tx: Tx,
  order: LockedOrder,
  row: Pick<OrderLink, 'tokenHash' | 'sealedToken' | 'createdAt'>,
): Promise<void> {
  await tx.insert(orderLinks).values({ ...row, orderId: order.id, merchantId: order.merchantId });
}

export async function findOrderLink(db: Queryable, { id }: Key): Promise<OrderLink | null> {
  const [row] = await db.select().from(orderLinks).where(eq(orderLinks.orderId, id));
  return row ?? null;
}

/** Which order a token leads to. */
export async function findByTokenHash(db: Queryable, tokenHash: string): Promise<Key | null> {
  const [row] = await db
    .select({ merchantId: orderLinks.merchantId, id: orderLinks.orderId })
    .from(orderLinks)
    .where(eq(orderLinks.tokenHash, tokenHash));
  return row ?? null;
}

import { and, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { merchants, orderLinks, orders } from '@/db/schema';
import type { Language } from '@/db/vocabulary/mails';
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

/** The language of the buyer whom a token leads to an order, else the one that its merchant chose for readers. */
export async function findLinkLanguage(db: Queryable, tokenHash: string): Promise<Language | null> {
  const [row] = await db
    .select({ buyer: orders.buyerLanguage, merchant: merchants.language })
    .from(orderLinks)
    .innerJoin(orders, and(eq(orders.merchantId, orderLinks.merchantId), eq(orders.id, orderLinks.orderId)))
    .innerJoin(merchants, eq(merchants.id, orderLinks.merchantId))
    .where(eq(orderLinks.tokenHash, tokenHash));
  return row ? (row.buyer ?? row.merchant) : null;
}

/** Which order a token leads to. */
export async function findByTokenHash(db: Queryable, tokenHash: string): Promise<Key | null> {
  const [row] = await db
    .select({ merchantId: orderLinks.merchantId, id: orderLinks.orderId })
    .from(orderLinks)
    .where(eq(orderLinks.tokenHash, tokenHash));
  return row ?? null;
}

import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orders } from '@/db/schema';
import { unchecked } from '@/lib/kernel/unchecked';
import type { Key, NewOrder, Order } from './store';

declare const locked: unique symbol;

/**
 * An order whose row this transaction holds. Only the functions of this file make one, and every write that concerns an order
 * takes nothing else. Where a payout of it is locked, too, that comes first.
 */
export type LockedOrder = Order & { readonly [locked]: 'order' };

function taken(row: Order): LockedOrder {
  return unchecked(row, 'the statement that read this row has locked it');
}

const ofKey = ({ merchantId, id }: Key) => and(eq(orders.merchantId, merchantId), eq(orders.id, id));

/** Null when the merchant has no such order. */
export async function lockOrderIfThere(tx: Tx, key: Key): Promise<LockedOrder | null> {
  const [row] = await tx.select().from(orders).where(ofKey(key)).for('update');
  return row ? taken(row) : null;
}

export async function lockOrder(tx: Tx, key: Key): Promise<LockedOrder> {
  const row = await lockOrderIfThere(tx, key);
  if (!row) throw new Error(`There is no order ${key.id}`);
  return row;
}

/** Null when the merchant has an order of this reference. */
export async function insertOrder(tx: Tx, row: NewOrder): Promise<LockedOrder | null> {
  const [inserted] = await tx
    .insert(orders)
    .values(row)
    .onConflictDoNothing({ target: [orders.merchantId, orders.reference] })
    .returning();
  return inserted ? taken(inserted) : null;
}

/** Changes facts of an order and counts its version up. */
export async function updateOrder(tx: Tx, order: LockedOrder, set: Partial<NewOrder>, now: Date): Promise<LockedOrder> {
  const [row] = await tx
    .update(orders)
    .set({ ...set, version: sql`${orders.version} + 1`, updatedAt: now })
    .where(and(ofKey(order), eq(orders.version, order.version)))
    .returning();
  if (!row) throw new Error(`The order ${order.id} changed although it was locked`);
  return taken(row);
}

/** Null also while another transaction holds it: then that one decides. */
export async function lockOrderIfFree(tx: Tx, key: Key): Promise<LockedOrder | null> {
  const [row] = await tx.select().from(orders).where(ofKey(key)).for('update', { skipLocked: true });
  return row ? taken(row) : null;
}

/** Notes what the sides were told, which no merchant sees as a change. */
export async function noteTold(
  tx: Tx,
  order: LockedOrder,
  set: Partial<Pick<NewOrder, 'announcedDays' | 'toldStatus'>>,
): Promise<void> {
  await tx.update(orders).set(set).where(ofKey(order));
}

/** Notes a look at the chain, which no merchant sees as a change. */
export async function noteLook(tx: Tx, order: LockedOrder, set: Pick<NewOrder, 'payInCheckedAt'>): Promise<void> {
  await tx.update(orders).set(set).where(ofKey(order));
}

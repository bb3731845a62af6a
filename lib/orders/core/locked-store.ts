import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { fieldOf, recordsOf } from '@/db/as-set';
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

export type OrderChange = { order: LockedOrder; set: Partial<NewOrder> };

/** Changes facts of orders and counts their versions up, in one statement; answers them in the same order. */
export async function updateOrders(tx: Tx, changes: readonly OrderChange[], now: Date): Promise<LockedOrder[]> {
  if (changes.length === 0) return [];
  const { version, ...columns } = getTableColumns(orders);
  const given = new Set(changes.flatMap(({ set }) => Object.keys(set)));
  const changed = Object.entries(columns).filter(([key]) => given.has(key));
  const fields = Object.fromEntries(changed.map(([key, column]) => [key, fieldOf(column)]));
  const rows = changes.map(({ order, set }) => ({ ...order, ...set, version: order.version }));
  const isTheSame = [
    sql`${orders.merchantId} = ${fieldOf(orders.merchantId)}`,
    sql`${orders.id} = ${fieldOf(orders.id)}`,
  ];
  const updated = await tx
    .update(orders)
    .set({ ...fields, version: sql`${version} + 1`, updatedAt: now })
    .from(recordsOf(orders, rows))
    .where(and(...isTheSame, sql`${version} = ${fieldOf(version)}`))
    .returning({ ...columns, version });
  const byId = new Map(updated.map((row) => [row.id, row]));
  return changes.map(({ order: { id } }) => {
    const row = byId.get(id);
    if (!row) throw new Error(`The order ${id} changed although it was locked`);
    return taken(row);
  });
}

/** Those of a merchant that no other transaction holds, in the order of their ids. */
export async function lockFreeOrders(tx: Tx, merchantId: string, ids: readonly string[]): Promise<LockedOrder[]> {
  const rows = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), inArray(orders.id, [...ids])))
    .orderBy(asc(orders.id))
    .for('update', { skipLocked: true });
  return rows.map(taken);
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

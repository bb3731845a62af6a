import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { cursorAt, momentOf, readCursor } from '@/lib/kernel/page-cursor';
import type { OrderAnswer } from '@/lib/wire/order';
import { presentOrder, readAndPresentOrder } from './core/present';
import { findOrder, selectOrders, selectParts } from './core/store';
import type { ListOrdersQuery, OrderPage } from './schema';

/** One order of the acting merchant. Refuses: not_found, also for another merchant's. */
export async function viewOrder(ctx: Context, id: string): Promise<OrderAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const order = await findOrder(ctx.db, { merchantId, id });
  if (!order) throw new Refusal('not_found', { detail: `There is no order ${id}.` });
  return readAndPresentOrder(ctx.db, order);
}

/** A page of the acting merchant's orders, newest first. The cursor stays true while new orders arrive. */
export async function listOrders(ctx: Context, query: ListOrdersQuery): Promise<OrderPage> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { status, reference, seller, buyer, chain, asset: symbol, limit } = query;
  const rows = await selectOrders(ctx.db, {
    ...{ merchantId, status, reference, seller, buyer, chain, symbol },
    createdAfter: momentOf(query.created_after),
    createdBefore: momentOf(query.created_before),
    olderThan: query.cursor === undefined ? undefined : readCursor('order', query.cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const parts = await selectParts(
    ctx.db,
    merchantId,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    data: page.map((order) => presentOrder(order, parts.get(order.id) ?? [])),
    next_cursor: rows.length > page.length && last ? cursorAt(last.id) : null,
  };
}

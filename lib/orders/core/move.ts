import type { Tx } from '@/db/client';
import type { OrderEventType } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { emit } from '@/lib/webhooks/events/emit';
import { bookHeld } from './books';
import { type LockedOrder, updateOrder } from './locked-store';
import { readAndPresentOrder } from './present';
import { runClock } from './run-clock';
import { eventOf, mayFollow, statusOf } from './status';
import type { NewOrder, Order } from './store';

/** What is counted of an order's money. */
export type Sums = Pick<Order, 'funded' | 'held' | 'releasing' | 'refunding' | 'released' | 'refunded' | 'fees'>;

export type OrderMove = {
  /** For the audit: `order.<action>`. */
  action: string;
  set?: Partial<Omit<NewOrder, keyof Sums | 'status' | 'version'>>;
  sums?: Partial<Sums>;
  /** Where money passes through the order's account within one change: what it got first. */
  topUp?: bigint;
  /** What to tell instead of the new status, or, where that stays, instead of `order.updated`. */
  event?: OrderEventType;
  detail?: Record<string, unknown>;
};

/**
 * The one way in which an order changes: the guarded update, its status as its facts make it, what the books keep for it, the
 * event and the audit line, all in the caller's transaction, which holds the order's row.
 */
export async function moveOrder(tx: Tx, ctx: Context, order: LockedOrder, step: OrderMove): Promise<LockedOrder> {
  const now = ctx.clock.now();
  const changed: Order = { ...order, ...step.set, ...step.sums };
  const status = statusOf(changed);
  if (status !== order.status && !mayFollow(order.status, status)) {
    throw new Error(`An order may not go from ${order.status} to ${status}`);
  }
  const set = { ...step.set, ...step.sums, ...runClock(changed, now), status };
  const moved = await updateOrder(tx, order, set, now);
  const topUp = step.topUp ?? 0n;
  const gain = moved.held - order.held - topUp;
  await bookHeld(tx, moved, { into: topUp + (gain > 0n ? gain : 0n), out: gain < 0n ? -gain : 0n }, now);
  const { merchantId, id, version } = moved;
  const detail = { from: order.status, to: status, ...step.detail };
  await audit(tx, ctx, { merchantId, action: `order.${step.action}`, subjectId: id, detail, now });
  const type = step.event ?? (status === order.status ? 'order.updated' : eventOf[status]);
  const data = await readAndPresentOrder(tx, moved);
  await emit(tx, { merchantId, type, subject: { kind: 'order', id, version }, data, now });
  return moved;
}

import type { Tx } from '@/db/client';
import type { OrderEventType } from '@/db/vocabulary/events';
import type { Context } from '@/lib/access/actor';
import { auditAll } from '@/lib/access/audit';
import { type EmittedEvent, emitAll } from '@/lib/webhooks/events/emit';
import { bookHeld } from './books';
import { type LockedOrder, updateOrders } from './locked-store';
import { readAndPresentOrders } from './present';
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

export type MovingOrder = { order: LockedOrder; step: OrderMove };

/**
 * The one way in which an order changes: the guarded update, its status as its facts make it, what the books keep for it, the
 * event and the audit line, all in the caller's transaction, which holds the order's row.
 */
export async function moveOrder(tx: Tx, ctx: Context, order: LockedOrder, step: OrderMove): Promise<LockedOrder> {
  const [moved] = await moveOrders(tx, ctx, [{ order, step }]);
  if (!moved) throw new Error(`The order ${order.id} was not moved`);
  return moved;
}

/** The same of many orders of one merchant, in statements for all of them. */
export async function moveOrders(tx: Tx, ctx: Context, moving: readonly MovingOrder[]): Promise<LockedOrder[]> {
  const now = ctx.clock.now();
  const changes = moving.map(({ order, step }) => ({ order, set: changeOf(order, step, now) }));
  const updated = await updateOrders(tx, changes, now);
  const moved = moving.flatMap(({ order, step }, index) => {
    const after = updated[index];
    return after ? [{ before: order, step, after }] : [];
  });
  await bookHeld(
    tx,
    moved.map(({ before, step, after }) => ({ after, ...passedOf(before, step, after) })),
    now,
  );
  const lines = moved.map(({ before, step, after: { merchantId, id: subjectId, status } }) => {
    const detail = { from: before.status, to: status, ...step.detail };
    return { merchantId, action: `order.${step.action}`, subjectId, detail, now };
  });
  await auditAll(tx, ctx, lines);
  await emitAll(tx, await eventsOf(tx, moved, now));
  return updated;
}

function changeOf(order: LockedOrder, step: OrderMove, now: Date): Partial<NewOrder> {
  const changed: Order = { ...order, ...step.set, ...step.sums };
  const status = statusOf(changed);
  if (status !== order.status && !mayFollow(order.status, status)) {
    throw new Error(`An order may not go from ${order.status} to ${status}`);
  }
  return { ...step.set, ...step.sums, ...runClock(changed, now), status };
}

/** What a change put into an order's account, and what it took out. */
function passedOf(before: Order, { topUp = 0n }: OrderMove, after: Order): { into: bigint; out: bigint } {
  const gain = after.held - before.held - topUp;
  return { into: topUp + (gain > 0n ? gain : 0n), out: gain < 0n ? -gain : 0n };
}

type Moved = { before: LockedOrder; step: OrderMove; after: LockedOrder };

async function eventsOf(tx: Tx, moved: readonly Moved[], now: Date): Promise<EmittedEvent[]> {
  const told = await readAndPresentOrders(
    tx,
    moved.map(({ after }) => after),
  );
  return moved.flatMap(({ before, step, after: { merchantId, id, version, status } }, index) => {
    const data = told[index];
    const type = step.event ?? (status === before.status ? 'order.updated' : eventOf[status]);
    return data ? [{ merchantId, type, subject: { kind: 'order' as const, id, version }, data, now }] : [];
  });
}

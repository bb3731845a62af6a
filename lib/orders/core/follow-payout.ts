import type { Tx } from '@/db/client';
import type { OrderSide } from '@/db/vocabulary/orders';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import { lockOrder } from './locked-store';
import { moveOrder, type Sums } from './move';
import { afterSending, withReason } from './run-clock';
import type { Order } from './store';

/** What a payout of an order is to it. */
export type OrderPart = {
  id: string;
  merchantId: string;
  orderId: string | null;
  orderSide: OrderSide | null;
  gross: bigint;
  net: bigint;
  fee: bigint;
};

/** Where a payout's money stands for its order: still with it, on its way, or paid. */
type Place = 'held' | 'open' | 'paid';

const placeOf = {
  awaiting_approval: 'open',
  pending: 'open',
  processing: 'open',
  completed: 'paid',
  failed: 'held',
  cancelled: 'held',
  expired: 'held',
} as const satisfies Record<PayoutStatus, Place>;

/** Adds the part of a payout to the sums of its order, or takes it away (`times` -1). */
function count(sums: Sums, part: OrderPart, place: Place, times: 1n | -1n): Sums {
  const of = (amount: bigint) => times * amount;
  const isRefund = part.orderSide === 'refund';
  if (place === 'held') return { ...sums, held: sums.held + of(part.gross) };
  if (place === 'open') {
    const refunding = sums.refunding + (isRefund ? of(part.gross) : 0n);
    return { ...sums, releasing: sums.releasing + of(part.gross), refunding };
  }
  const fees = sums.fees + of(part.fee);
  return isRefund
    ? { ...sums, fees, refunded: sums.refunded + of(part.net) }
    : { ...sums, fees, released: sums.released + of(part.net) };
}

function sumsOf({ funded, held, releasing, refunding, released, refunded, fees }: Order): Sums {
  return { funded, held, releasing, refunding, released, refunded, fees };
}

/**
 * Moves an order with a payout of it, in the transaction that moves the payout and holds its row. One that was given up and is
 * paid by the chain after all may take more than is held by then: what is missing is booked from the merchant's own money.
 */
export async function followPayout(
  tx: Tx,
  ctx: Context,
  part: OrderPart,
  { from, to }: { from: PayoutStatus; to: PayoutStatus },
): Promise<void> {
  const { orderId, merchantId } = part;
  const [left, reached] = [placeOf[from], placeOf[to]];
  if (orderId === null || left === reached) return;
  const order = await lockOrder(tx, { merchantId, id: orderId });
  const moved = count(count(sumsOf(order), part, left, -1n), part, reached, 1n);
  const missing = moved.held < 0n ? -moved.held : 0n;
  if (missing > 0n) log.error({ order: orderId, payout: part.id }, 'an order paid more than was held for it');
  const sums = { ...moved, held: moved.held + missing, funded: moved.funded + missing };
  const isBack = reached === 'held' && left !== 'held';
  const frozenFor = isBack ? withReason(order.frozenFor, 'not_sent') : afterSending(order.frozenFor, sums.held);
  const begins = reached === 'open' && left === 'held';
  await moveOrder(tx, ctx, order, {
    action: isBack ? 'not_sent' : reached === 'paid' ? 'paid' : 'payout_moved',
    sums,
    topUp: missing,
    set: isBack || begins ? { frozenFor } : {},
    ...(isBack && { event: 'order.not_sent' as const }),
    detail: { payout: part.id, payout_status: to, ...(missing > 0n && { beyond: missing.toString() }) },
  });
}

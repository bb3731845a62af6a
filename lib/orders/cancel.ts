import type { Context } from '@/lib/access/actor';
import type { OrderAnswer } from '@/lib/wire/order';
import { moveOrder } from './core/move';
import { withOrder } from './with-order';

/** Ends an order that was never funded; one that was is refunded instead. Refuses: not_found, order_state. */
export async function cancelOrder(ctx: Context, id: string): Promise<OrderAnswer> {
  return withOrder(ctx, id, {
    verb: 'cancel',
    isSo: ({ status }) => status === 'cancelled',
    change: (tx, order) => moveOrder(tx, ctx, order, { action: 'cancelled', set: { cancelledAt: ctx.clock.now() } }),
  });
}

import type { Context } from '@/lib/access/actor';
import type { OrderAnswer } from '@/lib/wire/order';
import { moveOrder } from './core/move';
import { spendOrder } from './core/spend';
import type { DeliverOrderBody } from './schema';
import { withOrder } from './with-order';

/** Notes that the goods have arrived: from now on the grace period runs. Refuses: not_found, order_state, key_*, step-up. */
export async function deliverOrder(ctx: Context, id: string, { by }: DeliverOrderBody): Promise<OrderAnswer> {
  return withOrder(ctx, id, {
    verb: 'deliver',
    isSo: ({ deliveredAt }) => deliveredAt !== null,
    change: async (tx, order) => {
      await spendOrder(tx, ctx, order);
      const set = { deliveredAt: ctx.clock.now(), deliveredBy: by };
      return moveOrder(tx, ctx, order, { action: 'delivered', set, detail: { by } });
    },
  });
}

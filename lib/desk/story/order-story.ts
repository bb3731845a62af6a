import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { readAndPresentOrder } from '@/lib/orders/core/present';
import { mayAsk } from '@/lib/orders/core/status';
import { findOrder, type Order } from '@/lib/orders/core/store';
import { booked, changes, momentsOf, readTold, told } from './lines';
import { nameActors } from './names';
import { type OrderAction, type OrderStory, orderActions } from './order-schema';
import { maxLines, selectAuditOf, selectPostingsOfOrder } from './store';

/** One order and everything that happened to it. Refuses: not_found, also for another merchant's. */
export async function tellOrderStory(ctx: Context, id: string): Promise<OrderStory> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const order = await findOrder(ctx.db, { merchantId, id });
  if (!order) throw new Refusal('not_found', { detail: `There is no order ${id}.` });
  const [answer, audit, postings, events] = await Promise.all([
    readAndPresentOrder(ctx.db, order),
    selectAuditOf(ctx.db, order),
    selectPostingsOfOrder(ctx.db, order),
    readTold(ctx.db, order),
  ]);
  const actors = audit.map((line) => ({ kind: line.actorKind, id: line.actorId }));
  const named = await nameActors(ctx.db, merchantId, actors);
  const read = { audit, postings, ...events };
  return {
    order: answer,
    decimals: order.decimals,
    can: actionsOn(order),
    moments: momentsOf([...changes(read, named), ...told(read), ...booked(read, order)]),
    cut: Object.values(read).some((rows) => rows.length >= maxLines),
  };
}

/** What can be asked of it as it stands. All but the word that it was delivered is about what is held. */
function actionsOn(order: Order): OrderAction[] {
  const isHeld = order.held > 0n;
  return orderActions.filter((action) => {
    if (action === 'deliver') return order.deliveredAt === null && mayAsk(action, order.status);
    return isHeld && mayAsk(action, order.status);
  });
}

import type { Tx } from '@/db/client';
import { type Context, type MerchantActor, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import type { OrderAnswer } from '@/lib/wire/order';
import { type LockedOrder, lockOrderIfThere } from './core/locked-store';
import { readAndPresentOrder } from './core/present';
import { mayAsk, type OrderVerb } from './core/status';
import type { Order } from './core/store';

/** Verbs that let money leave, now or in time: who does it confirms that it is them. */
const grave: readonly OrderVerb[] = ['fund', 'deliver', 'resume', 'resolve', 'release', 'refund'];

/** Who may make payouts may. Refuses: unauthenticated, forbidden, step-up. */
export function requireOrderVerb(ctx: Context, verb: OrderVerb): MerchantActor {
  const actor = requirePermission(ctx, 'payouts:write');
  if (grave.includes(verb)) requireStepUp(ctx);
  return actor;
}

export function refuseState(verb: OrderVerb, { status }: Pick<Order, 'status'>): void {
  if (mayAsk(verb, status)) return;
  throw new Refusal('order_state', { detail: `An order that is ${status} cannot be asked to ${verb}.` });
}

/** Where a verb is about what is held, and everything is on its way already, there is nothing left to do it to. */
export function refuseNothingHeld({ held }: Pick<Order, 'held'>): void {
  if (held > 0n) return;
  const detail = 'Everything of it is on its way. Cancel the payout first, if it has not been paid yet.';
  throw new Refusal('order_state', { detail });
}

export async function lockOwnOrder(tx: Tx, merchantId: string, id: string): Promise<LockedOrder> {
  const order = await lockOrderIfThere(tx, { merchantId, id });
  if (!order) throw new Refusal('not_found', { detail: `There is no order ${id}.` });
  return order;
}

type Asked = {
  verb: OrderVerb;
  /** Whether what is asked is so already: then the order is answered as it is. */
  isSo?: (order: Order) => boolean;
  change: (tx: Tx, order: LockedOrder, actor: MerchantActor) => Promise<LockedOrder>;
};

/** One verb on one order of the acting merchant, under its lock. */
export async function withOrder(ctx: Context, id: string, { verb, isSo, change }: Asked): Promise<OrderAnswer> {
  const actor = requireOrderVerb(ctx, verb);
  return ctx.db.transaction(async (tx) => {
    const order = await lockOwnOrder(tx, actor.merchantId, id);
    if (isSo?.(order)) return readAndPresentOrder(tx, order);
    refuseState(verb, order);
    return readAndPresentOrder(tx, await change(tx, order, actor));
  });
}

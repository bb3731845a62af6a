import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import type { OrderAnswer } from '@/lib/wire/order';
import type { LockedOrder } from './core/locked-store';
import { moveOrder } from './core/move';
import { withoutReasons, withReason } from './core/run-clock';
import { spendOrder } from './core/spend';
import type { StopOrderBody } from './schema';
import { readWaits } from './settings/settings';
import { refuseNothingHeld, refuseState, withOrder } from './with-order';

/** Stops an order until it is resumed: nothing of what is held leaves. Refuses: not_found, order_state. */
export async function holdOrder(ctx: Context, id: string, { reason }: StopOrderBody): Promise<OrderAnswer> {
  return withOrder(ctx, id, {
    verb: 'hold',
    isSo: ({ status }) => status === 'on_hold',
    change: (tx, order) => {
      refuseNothingHeld(order);
      const frozenFor = withReason(order.frozenFor, 'on_hold');
      const set = { heldSince: ctx.clock.now(), heldWords: reason, frozenFor };
      return moveOrder(tx, ctx, order, { action: 'on_hold', set, detail: { words: reason } });
    },
  });
}

/** Lets an order go on that was on hold, with what was left of its time. Refuses: not_found, order_state, key_*, step-up. */
export async function resumeOrder(ctx: Context, id: string): Promise<OrderAnswer> {
  return withOrder(ctx, id, {
    verb: 'resume',
    change: async (tx, order) => {
      if (order.deliveredAt !== null) await spendOrder(tx, ctx, order);
      const set = { heldSince: null, heldWords: null, frozenFor: withoutReasons(order.frozenFor, 'on_hold') };
      return moveOrder(tx, ctx, order, { action: 'resumed', set, event: 'order.resumed' });
    },
  });
}

/** Puts what is held in dispute, until a person resolves it. Refuses: not_found, order_state. */
export async function disputeOrder(ctx: Context, id: string, { reason }: StopOrderBody): Promise<OrderAnswer> {
  return withOrder(ctx, id, {
    verb: 'dispute',
    isSo: ({ status }) => status === 'disputed',
    change: (tx, order) => disputeLocked(tx, ctx, order, { reason, by: 'merchant' }),
  });
}

/** The same for who objects by a link, under the order's lock. Refuses: order_state. */
export async function disputeLocked(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  { reason, by }: { reason: string; by: 'merchant' | 'buyer' },
): Promise<LockedOrder> {
  refuseState('dispute', order);
  refuseNothingHeld(order);
  const now = ctx.clock.now();
  const { disputeSeconds } = await readWaits(tx, order.merchantId, order.category);
  const deadline = addSeconds(now, disputeSeconds);
  const frozenFor = withReason(order.frozenFor, 'disputed');
  const set = {
    disputedAt: now,
    disputedWords: reason,
    disputeDeadlineAt: deadline,
    disputeAlarmedAt: null,
    frozenFor,
  };
  return moveOrder(tx, ctx, order, { action: 'disputed', set, detail: { by, words: reason } });
}

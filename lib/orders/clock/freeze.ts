import type { Tx } from '@/db/client';
import type { FreezeReason } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import type { LockedOrder } from '@/lib/orders/core/locked-store';
import { moveOrder } from '@/lib/orders/core/move';
import { withoutReasons, withReason } from '@/lib/orders/core/run-clock';

/** Stops the time of an order for a reason, with what is left of it. */
export async function freeze(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  reason: FreezeReason,
  detail: Record<string, unknown> = {},
): Promise<LockedOrder> {
  const set = { frozenFor: withReason(order.frozenFor, reason) };
  return moveOrder(tx, ctx, order, { action: 'frozen', set, detail: { reason, ...detail } });
}

/** Drops a reason; without another one the time goes on with what was left. */
export async function unfreeze(tx: Tx, ctx: Context, order: LockedOrder, reason: FreezeReason): Promise<LockedOrder> {
  const set = { frozenFor: withoutReasons(order.frozenFor, reason) };
  return moveOrder(tx, ctx, order, { action: 'unfrozen', set, detail: { reason } });
}

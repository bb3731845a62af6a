import type { Tx } from '@/db/client';
import type { OrderStatus } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { type LockedOrder, lockOrderIfThere, noteTold } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';
import { mailBoth, mailSide } from '@/lib/orders/mails/mail-side';
import { announcedBy } from './announce';
import { selectUntoldOrders } from './due-store';
import { eachAlone } from './each-alone';

const atOnce = 100;

/**
 * Writes to buyer and seller what became of their order, once for each status that it came to. A status that it left before
 * anybody looked is not told. True when more may wait.
 */
export async function tellSides(ctx: Context): Promise<boolean> {
  const untold = await selectUntoldOrders(ctx.db, atOnce);
  return (await eachAlone(untold, (key) => tellSide(ctx, key))) && untold.length === atOnce;
}

async function tellSide(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    if (!order || order.toldStatus === order.status) return;
    const says = order.status === 'delivered' || order.status === 'partially_released';
    const days = says ? announcedBy(order.autoReleaseAt, now) : null;
    await noteTold(tx, order, { toldStatus: order.status, ...(days !== null && { announcedDays: days }) });
    await writeWords(tx, order, now);
  });
}

const stopped: readonly (OrderStatus | null)[] = ['on_hold', 'disputed'];

async function writeWords(tx: Tx, order: LockedOrder, now: Date): Promise<void> {
  const { status, toldStatus, held, released, refunding, refunded } = order;
  switch (status) {
    case 'funded':
      // Back from a payout that came to nothing: its seller knows of the money.
      if (toldStatus === null || toldStatus === 'awaiting_funds')
        await mailSide(tx, order, 'seller', { kind: 'funded', amount: held }, now);
      return;
    case 'delivered':
      return tellTime(tx, order, stopped.includes(toldStatus) ? 'resumed' : 'delivered', now);
    case 'partially_released':
      return stopped.includes(toldStatus) ? tellTime(tx, order, 'resumed', now) : undefined;
    case 'on_hold':
      return mailBoth(tx, order, { kind: 'held', amount: held }, now);
    case 'disputed':
      return mailBoth(tx, order, { kind: 'disputed', amount: held }, now);
    case 'released':
      return mailBoth(tx, order, { kind: 'paid', amount: released }, now);
    case 'refunding':
      return mailBoth(tx, order, { kind: 'refunding', amount: refunding }, now);
    case 'refunded':
      return toldStatus === 'refunding' ? undefined : mailBoth(tx, order, { kind: 'refunding', amount: refunded }, now);
    default:
      return;
  }
}

/** What has no time yet, since something freezes it, waits. */
function tellTime(tx: Tx, order: LockedOrder, kind: 'delivered' | 'resumed', now: Date): Promise<void> {
  const { autoReleaseAt: at, held: amount } = order;
  return mailBoth(tx, order, at === null ? { kind: 'held', amount } : { kind, amount, at }, now);
}

import type { Queryable } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { logoUrlOf } from '@/lib/merchants/logo-url';
import { findMerchant } from '@/lib/merchants/store';
import { type LockedOrder, lockOrder, noteTold } from '@/lib/orders/core/locked-store';
import { moveOrder } from '@/lib/orders/core/move';
import { mayAsk } from '@/lib/orders/core/status';
import { findOrder, type Order } from '@/lib/orders/core/store';
import { findByBuyerLink } from '@/lib/orders/mails/buyer-link';
import { mailBoth } from '@/lib/orders/mails/mail-side';
import { disputeLocked } from '@/lib/orders/stop';
import type { BuyerOrder, ObjectionBody, OrderStage } from './schema';

const daySeconds = 86_400;
/** What a buyer may add once, and what an order may wait in all, from its delivery and without the time it stood still. */
const moreDays = 7;
const maxDays = 30;

/** Whole days that the buyer of this order may add now; null where none. */
export function daysToAdd({ autoReleaseAt, extendedUntil, graceSeconds }: Order): number | null {
  if (autoReleaseAt === null || extendedUntil !== null) return null;
  const days = Math.min(moreDays, maxDays - Math.ceil(graceSeconds / daySeconds));
  return days > 0 ? days : null;
}

const isOpen = (order: Order) => order.held > 0n && mayAsk('dispute', order.status);

function stageOf(order: Order): OrderStage {
  if (order.status === 'disputed') return 'disputed';
  if (order.held > 0n) return order.autoReleaseAt === null ? 'waiting' : 'running';
  if (order.status === 'releasing') return 'paying';
  return order.status === 'released' ? 'paid' : order.status === 'awaiting_funds' ? 'waiting' : 'over';
}

async function present(db: Queryable, order: Order): Promise<BuyerOrder> {
  const merchant = await findMerchant(db, order.merchantId);
  if (!merchant) throw new Error(`There is no merchant ${order.merchantId}`);
  const { name, accentColor: accent_color, supportUrl: support_url } = merchant;
  return {
    merchant: { name, logo_url: logoUrlOf(merchant), accent_color, support_url },
    reference: order.reference,
    amount: formatAmount(order.held > 0n ? order.held : order.amount, order.decimals),
    asset: order.symbol,
    stage: stageOf(order),
    pays_at: order.autoReleaseAt?.toISOString() ?? null,
    may_object: isOpen(order),
    more_days: daysToAdd(order),
    extended: order.extendedUntil !== null,
  };
}

/** What the buyer of an order sees by their link. It changes nothing, however often a scanner opens it. Refuses: link_unknown. */
export async function viewForBuyer(ctx: Context, token: string): Promise<BuyerOrder> {
  const order = await findOrder(ctx.db, await findByBuyerLink(ctx.db, token));
  if (!order) throw new Refusal('link_unknown');
  return present(ctx.db, order);
}

type Change = (tx: Parameters<typeof lockOrder>[0], order: LockedOrder) => Promise<LockedOrder>;

async function byLink(ctx: Context, token: string, change: Change): Promise<BuyerOrder> {
  const key = await findByBuyerLink(ctx.db, token);
  return ctx.db.transaction(async (tx) => present(tx, await change(tx, await lockOrder(tx, key))));
}

/**
 * The buyer objects: what is held is in dispute until a person decides. Once more changes nothing. Refuses: link_unknown,
 * order_state where everything is on its way or over.
 */
export async function objectToOrder(ctx: Context, token: string, { reason }: ObjectionBody): Promise<BuyerOrder> {
  return byLink(ctx, token, async (tx, order) => {
    if (order.status === 'disputed') return order;
    if (!isOpen(order))
      throw new Refusal('order_state', { detail: 'It is too late to object: nothing is held any more.' });
    return disputeLocked(tx, ctx, order, { reason: reason ?? 'The buyer objects.', by: 'buyer' });
  });
}

/** The buyer takes more time to check what they got, once; both sides are told. Refuses: link_unknown, order_state. */
export async function takeMoreTime(ctx: Context, token: string): Promise<BuyerOrder> {
  return byLink(ctx, token, async (tx, order) => {
    const days = daysToAdd(order);
    const now = ctx.clock.now();
    if (days === null || order.autoReleaseAt === null || order.autoReleaseAt <= now) {
      throw new Refusal('order_state', {
        detail: 'No more time can be taken: it was taken before, or time does not run.',
      });
    }
    const at = addSeconds(order.autoReleaseAt, days * daySeconds);
    const set = { autoReleaseAt: at, extendedUntil: at };
    const moved = await moveOrder(tx, ctx, order, { action: 'extended', set, detail: { days, until: at } });
    // The new time is announced like the first one.
    await noteTold(tx, moved, { announcedDays: null });
    await mailBoth(tx, moved, { kind: 'extended', amount: moved.held, at }, now);
    return moved;
  });
}

import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { refuseSandbox } from '@/lib/merchants/refuse-sandbox';
import { type LockedOrder, lockOrderIfThere } from '@/lib/orders/core/locked-store';
import { moveOrder } from '@/lib/orders/core/move';
import { readAndPresentOrder } from '@/lib/orders/core/present';
import { withoutReasons, withReason } from '@/lib/orders/core/run-clock';
import { spendOrder } from '@/lib/orders/core/spend';
import type { Key } from '@/lib/orders/core/store';
import { openBuyerLink } from '@/lib/orders/mails/buyer-link';
import { mailSide } from '@/lib/orders/mails/mail-side';
import { lockOwnOrder } from '@/lib/orders/with-order';
import { readWallet } from '@/lib/payouts/terms/check-terms';
import type { OrderAnswer } from '@/lib/wire/order';
import { selectDueAddresses } from './due-store';
import { eachAlone } from './each-alone';
import type { BuyerLink, ChangeSellerBody } from './schema';

/** How long another address of a delivered order's seller waits, so that the seller can say that it is not theirs. */
const coolOffSeconds = 86_400;
const atOnce = 100;
const over: readonly string[] = ['released', 'refunded', 'cancelled'];

/**
 * Names another address of an order's seller, and writes to the contact that it had before. Once it is delivered the address
 * counts after a day, in which its time stands still; naming the address that it has takes the change back.
 * Refuses: not_found, order_state, address_refused, destination_refused, sandbox_recipient, key_*, step-up.
 */
export async function changeSeller(
  ctx: Context,
  id: string,
  { address: given }: ChangeSellerBody,
): Promise<OrderAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const order = await lockOwnOrder(tx, merchantId, id);
    if (over.includes(order.status)) {
      throw new Refusal('order_state', { detail: `An order that is ${order.status} pays nobody any more.` });
    }
    const fields = { address: 'address', email: 'email' };
    await refuseSandbox(tx, merchantId, order.chain, { address: given }, fields);
    const address = await readWallet(tx, order.chain, given, 'address');
    if (address !== order.sellerAddress)
      await spendOrder(tx, ctx, order, { type: 'wallet', address }, { address: 'address' });
    return readAndPresentOrder(tx, await change(tx, ctx, order, address));
  });
}

async function change(tx: Tx, ctx: Context, order: LockedOrder, address: string): Promise<LockedOrder> {
  const { sellerAddress: before, pendingSellerAddress: pending } = order;
  if (address === (pending ?? before)) return order;
  const now = ctx.clock.now();
  const none = { pendingSellerAddress: null, pendingAddressUntil: null };
  const frozenFor = withoutReasons(order.frozenFor, 'address_change', 'no_address');
  const detail = { before, address };
  if (address === before) {
    return moveOrder(tx, ctx, order, { action: 'seller_kept', set: { ...none, frozenFor }, detail });
  }
  const hasNone = before === null && order.frozenFor.includes('no_address');
  const waits = order.deliveredAt !== null && !hasNone;
  const at = waits ? addSeconds(now, coolOffSeconds) : now;
  // Before the change, so that it goes to the contact and in the words of who was to be paid.
  await mailSide(tx, order, 'seller', { kind: 'address', amount: order.held, at, address }, now);
  const set = waits
    ? { pendingSellerAddress: address, pendingAddressUntil: at, frozenFor: withReason(frozenFor, 'address_change') }
    : { ...none, sellerAddress: address, frozenFor };
  return moveOrder(tx, ctx, order, { action: waits ? 'seller_changing' : 'seller_changed', set, detail });
}

/** Lets addresses count whose day is over; the time of their orders goes on with what was left. */
export async function applyAddresses(ctx: Context): Promise<boolean> {
  const due = await selectDueAddresses(ctx.db, ctx.clock.now(), atOnce);
  return (await eachAlone(due, (key) => apply(ctx, key))) && due.length === atOnce;
}

async function apply(ctx: Context, key: Key): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    const { pendingSellerAddress: address, pendingAddressUntil: until } = order ?? {};
    if (!order || !address || !until || until > ctx.clock.now()) return;
    const set = {
      ...{ sellerAddress: address, pendingSellerAddress: null, pendingAddressUntil: null },
      frozenFor: withoutReasons(order.frozenFor, 'address_change'),
    };
    const detail = { before: order.sellerAddress, address };
    await moveOrder(tx, ctx, order, { action: 'seller_changed', set, detail });
  });
}

/** The buyer's link, for a merchant that brings it to them itself. Refuses: not_found, step-up. */
export async function linkBuyer(ctx: Context, id: string): Promise<BuyerLink> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const order = await lockOwnOrder(tx, merchantId, id);
    return { url: await openBuyerLink(tx, order, ctx.clock.now()) };
  });
}

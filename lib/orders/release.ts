import type { Tx } from '@/db/client';
import type { OrderSide } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { parseAmount } from '@/lib/kernel/money';
import type { LockedOrder } from './core/locked-store';
import { readAndPresentOrder } from './core/present';
import { type Order, selectPartsOf } from './core/store';
import type { PartOfOrderBody, SentOrderAnswer } from './schema';
import { type Sent, sendPart } from './send-part';
import { lockOwnOrder, refuseNothingHeld, refuseState, requireOrderVerb } from './with-order';

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeySeconds = 30 * 86_400;

/** Pays the seller, all that is held or a part of it. Refuses: not_found, order_state, order_short, amount_*, step-up. */
export async function releaseOrder(ctx: Context, id: string, body: PartOfOrderBody): Promise<SentOrderAnswer> {
  return sendOnce(ctx, id, 'release', (tx, order) => sendWhatIsAsked(tx, ctx, order, 'release', body));
}

/** Pays the buyer back, by claim link. Refuses as `releaseOrder` does. */
export async function refundOrder(ctx: Context, id: string, body: PartOfOrderBody): Promise<SentOrderAnswer> {
  return sendOnce(ctx, id, 'refund', (tx, order) => sendWhatIsAsked(tx, ctx, order, 'refund', body));
}

function sendWhatIsAsked(tx: Tx, ctx: Context, order: LockedOrder, side: OrderSide, { amount }: PartOfOrderBody) {
  refuseNothingHeld(order);
  return sendPart(tx, ctx, order, { side, amount: amount === undefined ? order.held : amountOf(order, amount) });
}

function amountOf({ decimals }: Order, text: string): bigint {
  return parseAmount(text, decimals, 'amount');
}

/** What the clock does when an order is due: all that is held goes to the seller. Refuses: order_state. */
export async function releaseLocked(tx: Tx, ctx: Context, order: LockedOrder): Promise<Sent> {
  refuseState('release', order);
  refuseNothingHeld(order);
  return sendPart(tx, ctx, order, { side: 'release', amount: order.held });
}

/** One verb that makes payouts, once for each request: a repetition whose first answer was lost finds what it made. */
export async function sendOnce(
  ctx: Context,
  id: string,
  verb: 'release' | 'refund' | 'resolve',
  send: (tx: Tx, order: LockedOrder) => Promise<Sent>,
): Promise<SentOrderAnswer> {
  const { merchantId } = requireOrderVerb(ctx, verb);
  return ctx.db.transaction(async (tx) => {
    const order = await lockOwnOrder(tx, merchantId, id);
    const since = addSeconds(ctx.clock.now(), -requestKeySeconds);
    const made = ctx.requestKey === undefined ? [] : await selectPartsOf(tx, order, ctx.requestKey, since);
    if (made.length > 0) {
      const known = made.flatMap(({ id, side }) => (side === null ? [] : [{ id, side, claim_url: null }]));
      return { ...(await readAndPresentOrder(tx, order)), new_payouts: known };
    }
    refuseState(verb, order);
    const sent = await send(tx, order);
    const fresh = sent.parts.map(({ id, side, claimUrl: claim_url }) => ({ id, side, claim_url }));
    return { ...(await readAndPresentOrder(tx, sent.order)), new_payouts: fresh };
  });
}

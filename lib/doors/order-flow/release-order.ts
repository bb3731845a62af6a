import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import { parseAmount } from '@/lib/kernel/money';
import type { LockedOrder } from '@/lib/orders/core/locked-store';
import type { Order } from '@/lib/orders/core/store';
import { sendPart } from '@/lib/orders/send-part';
import { lockOwnOrder, refuseNothingHeld, refuseState, requireOrderVerb } from '@/lib/orders/with-order';
import { readAndPresent } from '@/lib/payouts/present';
import { findPayout, type Payout } from '@/lib/payouts/store';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { purchaseMetadata } from './purchase-metadata';
import type { PaySellerBody } from './schema';
import { selectReleases } from './store';

/**
 * Pays the seller of a purchase that is an order here: a release of it, once for each offer, on the order's own rail and to its
 * own address. An order that was released otherwise is answered with that payment.
 * Refuses: order_state, order_short, invalid_request where the body is about others than the order, and as `sendPart` does.
 */
export async function releaseForSeller(ctx: Context, { id }: Order, body: PaySellerBody): Promise<PayoutAnswer> {
  const { merchantId } = requireOrderVerb(ctx, 'release');
  return ctx.db.transaction(async (tx) => {
    const order = await lockOwnOrder(tx, merchantId, id);
    refuseOthers(order, body);
    const payout = (await findRelease(tx, order, body)) ?? (await release(tx, ctx, order, body));
    return readAndPresent(tx, payout);
  });
}

async function release(tx: Tx, ctx: Context, order: LockedOrder, body: PaySellerBody): Promise<Payout> {
  refuseState('release', order);
  refuseNothingHeld(order);
  refuseDecided(order);
  const amount = parseAmount(body.amount, order.decimals);
  const { parts } = await sendPart(tx, ctx, order, { side: 'release', amount, metadata: purchaseMetadata(body) });
  const [made] = parts;
  const payout = made && (await findPayout(tx, order.merchantId, made.id));
  if (!payout) throw new Error(`The order ${order.id} was released without a payout`);
  return payout;
}

const alive: readonly Payout['status'][] = ['awaiting_approval', 'pending', 'processing', 'completed'];

/** What came back of a verdict, such as a refund that nobody fetched, is no money that a shop's schedule may pay to the seller. */
function refuseDecided({ resolvedAt }: Order): void {
  if (resolvedAt === null) return;
  const detail = 'A member has decided a dispute about it. What is held of it now is released or refunded at the desk.';
  throw new Refusal('order_state', { detail });
}

/**
 * The payment that this offer has; or, where nothing is held any more, the latest one that the order was released by. One that failed
 * is answered as it is: whether the money is sent once more is for a person to say, who sees why.
 */
async function findRelease(tx: Tx, order: Order, { sellerOfferId }: PaySellerBody): Promise<Payout | null> {
  const releases = await selectReleases(tx, order);
  const living = releases.filter(({ status }) => alive.includes(status));
  const isOwn = ({ metadata }: Payout) => metadata.sellerOfferId === sellerOfferId;
  const latest = order.held === 0n ? living[0] : undefined;
  return living.find(isOwn) ?? latest ?? releases.find((one) => one.status === 'failed' && isOwn(one)) ?? null;
}

/** The order says who buys, who sells, what, where and to which address. */
function refuseOthers(order: Order, body: PaySellerBody): void {
  const differs = (field: string, detail: string) => new Refusal('invalid_request', { field, detail });
  if (body.sellerId !== order.sellerId) throw differs('sellerId', 'The order of this purchase has another seller.');
  if (body.buyerId !== order.buyerId) throw differs('buyerId', 'The order of this purchase has another buyer.');
  if (body.token !== order.symbol) throw differs('token', `The order of this purchase is in ${order.symbol}.`);
  const address = readAddress(body.recipientAddress);
  const field = 'recipientAddress';
  if (!address) throw new Refusal('address_refused', { field, detail: explainChecksum(body.recipientAddress) });
  if (order.sellerAddress !== null && address !== order.sellerAddress) {
    throw differs(field, 'The order of this purchase pays another address. Change it there first.');
  }
}

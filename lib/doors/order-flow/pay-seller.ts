import { type Context, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { findOrderByReference, lockPurchase } from '@/lib/orders/core/store';
import { readAndPresent } from '@/lib/payouts/present';
import { createPayoutBody } from '@/lib/payouts/schema';
import { findByReference, type Payout } from '@/lib/payouts/store';
import { checkCreate, referenceTaken } from '@/lib/payouts/terms/check-create';
import { rowOf } from '@/lib/payouts/terms/create';
import { writePayout } from '@/lib/payouts/terms/write';
import { isSellerPayment, sellerPaymentPrefix } from '@/lib/wire/order-flow';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { messageOf } from './messages';
import { chooseNetwork } from './network';
import { presentOne } from './present';
import { purchaseMetadata } from './purchase-metadata';
import { releaseForSeller } from './release-order';
import type { PaySellerBody } from './schema';
import { coveredChains } from './store';

/** Seconds for which such a payout may wait for its gateway and for money: a year. */
const wait = 366 * 86_400;

/** Another one may be made in place of these: nothing of them moves any more. */
const over: readonly Payout['status'][] = ['cancelled', 'expired'];

/**
 * Pays the seller of a purchase through the merchant's gateway, once: the same purchase, offer and seller again are
 * answered with the payment that there is, however it stands, until it is cancelled or has expired. Where an order has the
 * purchase as its reference, the payment is a release of it.
 * Refuses: as `createPayout` does, by the names of the order flow's fields.
 */
export async function paySeller(ctx: Context, body: PaySellerBody) {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const payout = await findOrCreate(ctx, merchantId, body);
  const data = await presentOne(ctx.db, merchantId, payout);
  return { success: true as const, message: messageOf(payout), data };
}

/** Who meets another request for the same payment waits in the unique index of references, and finds it there. */
async function findOrCreate(ctx: Context, merchantId: string, body: PaySellerBody): Promise<PayoutAnswer> {
  for (;;) {
    const { reference, existing } = await findCurrent(ctx, merchantId, body);
    if (existing) return readAndPresent(ctx.db, existing);
    try {
      const order = await findOrderByReference(ctx.db, merchantId, body.purchaseRequestId);
      if (order) return await releaseForSeller(ctx, order, body);
      const made = await createBeside(ctx, merchantId, body, reference);
      if (made) return made;
    } catch (error) {
      throw inTheirNames(error);
    }
  }
}

/** The payment that there is; or, where there is none that may still be paid, the reference that the next one has. */
async function findCurrent(ctx: Context, merchantId: string, body: PaySellerBody) {
  const { purchaseRequestId, sellerOfferId, sellerId } = body;
  const first = `${sellerPaymentPrefix(purchaseRequestId)}${sellerOfferId}:${sellerId}`;
  for (let round = 1; ; round++) {
    const reference = round === 1 ? first : `${first}:${round}`;
    const existing = await findByReference(ctx.db, merchantId, reference);
    if (existing && !isSellerPayment(existing.metadata)) throw referenceTaken(reference, existing);
    if (!existing || !over.includes(existing.status)) return { reference, existing };
  }
}

/**
 * A payment of a purchase that is no order, decided under the lock that making an order takes, too: null where one has come up
 * meanwhile, or another request made the payment.
 */
async function createBeside(
  ctx: Context,
  merchantId: string,
  body: PaySellerBody,
  reference: string,
): Promise<PayoutAnswer | null> {
  const { amount, recipientAddress, token } = body;
  const chain = chooseNetwork(body, await coveredChains(ctx.db, merchantId, token));
  const asked = createPayoutBody.parse({
    amount,
    asset: token,
    chain,
    rail: 'shkeeper',
    recipient: { type: 'wallet', address: recipientAddress },
    reference,
    expires_in: wait,
    metadata: purchaseMetadata(body),
  });
  const { draft } = await checkCreate(ctx, asked);
  return ctx.db.transaction(async (tx) => {
    await lockPurchase(tx, merchantId, body.purchaseRequestId);
    if (await findOrderByReference(tx, merchantId, body.purchaseRequestId)) return null;
    const row = rowOf(ctx, merchantId, asked, draft);
    const made = await writePayout(tx, ctx, { row, body: asked, computed: draft.computed });
    if (!made) return null;
    const { claim_url: _link, ...payout } = made;
    return payout;
  });
}

const theirNames: Readonly<Record<string, string>> = {
  'recipient.address': 'recipientAddress',
  'seller.address': 'recipientAddress',
  asset: 'token',
  chain: 'network',
};

/** A refusal names the field of the order flow's own body. */
function inTheirNames(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.facts.field === undefined) return error;
  const field = theirNames[error.facts.field] ?? error.facts.field;
  return new Refusal(error.code, { ...error.facts, field }, { cause: error });
}

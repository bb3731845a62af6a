import type { Tx } from '@/db/client';
import { type Context, type MerchantActor, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { checkByKey } from '@/lib/access/policies/spend';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { refuseSandbox } from '@/lib/merchants/refuse-sandbox';
import { findLimits } from '@/lib/merchants/registration-store';
import { refuseAbove } from '@/lib/payouts/limits/merchant-limits';
import { readWallet } from '@/lib/payouts/terms/check-terms';
import { checkMoney } from '@/lib/payouts/terms/read-money';
import { termsOf } from '@/lib/rails/traits';
import { refuseClosing } from '@/lib/stops/refuse-stopped';
import { emit } from '@/lib/webhooks/events/emit';
import type { OrderAnswer } from '@/lib/wire/order';
import { insertOrder } from './core/locked-store';
import { presentOrder, readAndPresentOrder } from './core/present';
import { sellerOf } from './core/spend';
import { findOrderByReference, findPaymentBeside, lockPurchase, type NewOrder } from './core/store';
import { fundLocked, refuseTaken } from './fund';
import type { CreateOrderBody } from './schema';
import { readWaits } from './settings/settings';

const daySeconds = 86_400;

/**
 * Makes an order. It is funded at once where the merchant says that its pay-in is there, and otherwise once the chain shows
 * the hash or the merchant funds it. What could not be released as one payout is refused now.
 * Refuses: asset_unavailable, amount_*, address_refused, sandbox_recipient, order_taken, pay_in_taken, purchase_paid, merchant_suspended, merchant_limit, step-up.
 */
export async function createOrder(ctx: Context, body: CreateOrderBody): Promise<OrderAnswer> {
  const actor = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const row = await readRow(ctx, actor, body);
  await checkPolicy(ctx, row);
  return ctx.db.transaction(async (tx) => {
    await refuseClosing(tx, actor.merchantId);
    refuseAbove(await findLimits(tx, actor.merchantId), { ...row, gross: row.amount });
    if (row.payInHash) await refuseTaken(tx, row, row.payInHash);
    const order = await insertOrder(tx, row);
    if (!order) return answerRepeat(tx, row);
    await refusePaid(tx, row);
    const data = presentOrder(order, []);
    const { merchantId, id, version, createdAt: now } = order;
    await emit(tx, { merchantId, type: 'order.created', subject: { kind: 'order', id, version }, data, now });
    await audit(tx, ctx, { merchantId, action: 'order.created', subjectId: id, after: factsOf(data), now });
    const isPaidIn = body.pay_in !== undefined && body.pay_in.hash === undefined;
    return isPaidIn ? readAndPresentOrder(tx, await fundLocked(tx, ctx, order, 'merchant')) : data;
  });
}

async function readRow(ctx: Context, actor: MerchantActor, body: CreateOrderBody) {
  const { merchantId } = actor;
  const { rail, chain, asset, amount, buyer, seller, category } = body;
  const terms = { rail, chain, asset, amount, fee_payer: 'recipient' as const };
  const { token, money } = await checkMoney(ctx.db, merchantId, terms);
  const fields = { address: 'seller.address', email: 'seller.email' };
  await refuseSandbox(ctx.db, merchantId, chain, seller, fields);
  const address = seller.address && (await readWallet(ctx.db, chain, seller.address, 'seller.address'));
  const waits = await readWaits(ctx.db, merchantId, category ?? null);
  const now = ctx.clock.now();
  const isPayable = address !== undefined || termsOf(rail).recipients.includes('email');
  return {
    ...{ id: newId('order', now.getTime()), merchantId, status: 'awaiting_funds' as const },
    ...{ reference: body.reference, category, rail, chain, symbol: asset },
    ...{ token: token.address.toLowerCase(), decimals: token.decimals, amount: money.gross },
    ...{ buyerId: buyer.id, buyerContact: buyer.contact, buyerLanguage: buyer.language },
    ...{ sellerId: seller.id, sellerAddress: address, sellerEmail: seller.email },
    ...{ sellerContact: seller.contact ?? seller.email, sellerLanguage: seller.language },
    ...{ payInReference: body.pay_in?.reference, payInHash: body.pay_in?.hash?.toLowerCase() },
    graceSeconds: body.grace_days === undefined ? waits.graceSeconds : body.grace_days * daySeconds,
    ...(isPayable ? {} : { frozenFor: ['no_address' as const], frozenSince: now }),
    createdBy: actor.kind === 'user' ? actor.userId : null,
    createdByKey: actor.kind === 'api_key' ? actor.keyId : null,
    ...{ requestKey: ctx.requestKey, createdAt: now, updatedAt: now },
  } satisfies NewOrder;
}

/** Whom an order may name, and in what. It counts against the key's day once it can pay. */
function checkPolicy(ctx: Context, { chain, symbol, decimals, ...row }: NewOrder): Promise<void> {
  const to = sellerOf({ sellerAddress: row.sellerAddress ?? null, sellerEmail: row.sellerEmail ?? null });
  const fields = { asset: 'asset', address: 'seller.address', email: 'seller.email' };
  return checkByKey(ctx.db, ctx, { chain, symbol, decimals, amount: 0n, to, fields });
}

/** What the audit keeps of a new order. */
function factsOf({ status, reference, rail, chain, asset, amount, seller, buyer }: OrderAnswer) {
  const to = seller.address ?? seller.email;
  return { status, reference, rail, chain, asset, amount, seller: seller.id, buyer: buyer.id, to };
}

/** The order flow may have paid this purchase's seller before there was an order: it would be paid a second time. */
async function refusePaid(tx: Tx, { merchantId, reference }: NewOrder): Promise<void> {
  await lockPurchase(tx, merchantId, reference);
  const payment = await findPaymentBeside(tx, merchantId, reference);
  if (!payment) return;
  const detail = `A payment of this purchase's seller is ${payment.status}, beside any order.`;
  throw new Refusal('purchase_paid', { field: 'reference', detail, extra: { payout_id: payment.id } });
}

/** A reference that exists is refused, unless this very request made it, and its answer was lost. */
async function answerRepeat(tx: Tx, row: NewOrder): Promise<OrderAnswer> {
  const { merchantId, reference, requestKey, createdBy } = row;
  const existing = await findOrderByReference(tx, merchantId, reference);
  if (existing && requestKey && existing.requestKey === requestKey && existing.createdBy === createdBy) {
    return readAndPresentOrder(tx, existing);
  }
  throw new Refusal('order_taken', {
    field: 'reference',
    detail: `You have an order with the reference "${reference}".`,
    extra: existing ? { order_id: existing.id } : {},
  });
}

import type { Tx } from '@/db/client';
import type { OrderSide } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { type CreatePayoutBody, createPayoutBody } from '@/lib/payouts/schema';
import { checkTerms, type Draft } from '@/lib/payouts/terms/check-terms';
import { rowOf, writePayout } from '@/lib/payouts/terms/create';
import { sendsOn } from '@/lib/payouts/terms/sends-on';
import { claimedRails, isClaimed, termsOf } from '@/lib/rails/traits';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import type { LockedOrder } from './core/locked-store';
import { moveOrder, type OrderMove } from './core/move';
import { afterSending } from './core/run-clock';
import type { Order } from './core/store';
import { mailSide } from './mails/mail-side';

/** How long the link of a release or a refund is good; what was not fetched by then goes back into its order. */
const openSeconds = 90 * 86_400;

/** A payout that an order made. The link is a secret, told once. */
export type SentPart = { id: string; side: OrderSide; claimUrl: string };
export type Sent = { order: LockedOrder; parts: SentPart[] };

type Part = { side: OrderSide; amount: bigint; set?: OrderMove['set']; metadata?: CreatePayoutBody['metadata'] };

/**
 * Pays a part of what an order holds, to its seller or back to its buyer: a payout of the ordinary kind, whose terms and
 * approvals are those of any other. Enough people approve it for the whole order, so that parts do not go around the rule.
 * Refuses: stopped, order_short, order_state while another address of its seller waits, amount_*, address_refused, recipient_unsupported, asset_unavailable;
 * where the fee is computed, also rate_unavailable and chain_unavailable.
 */
export async function sendPart(tx: Tx, ctx: Context, order: LockedOrder, part: Part): Promise<Sent> {
  const { merchantId } = order;
  const { side, amount } = part;
  refuseBeyondHeld(order, amount);
  if (side === 'release') refuseChanging(order);
  const body = await bodyOf(tx, order, part);
  await refuseStopped(tx, { merchantId, chain: order.chain, rail: body.rail });
  const draft = await checkTerms({ db: tx, clock: ctx.clock, inTransaction: true }, merchantId, body);
  refuseDust(order, amount, draft);
  const whole = { merchantId, gross: order.amount, ...draft.recipient };
  const needed = Math.max(draft.needed, await approvalsNeeded(tx, draft.rule, whole));
  const { payout, number } = await writeNext(tx, ctx, order, { side, body, draft: { ...draft, needed } });
  const moved = await moveOrder(tx, ctx, order, {
    action: side,
    set: {
      ...part.set,
      parts: number,
      frozenFor: afterSending(part.set?.frozenFor ?? order.frozenFor, order.held - amount),
    },
    sums: {
      held: order.held - amount,
      releasing: order.releasing + amount,
      ...(side === 'refund' && { refunding: order.refunding + amount }),
    },
    detail: { payout: payout.id, amount: formatAmount(amount, order.decimals) },
  });
  // Who is paid by mail gets the link as an invitation.
  const tellsLink = side === 'release' && draft.recipient.recipientType === 'wallet';
  const told = { kind: 'paying' as const, amount, url: payout.claim_url };
  if (tellsLink) await mailSide(tx, moved, 'seller', told, ctx.clock.now());
  return { order: moved, parts: [{ id: payout.id, side, claimUrl: payout.claim_url }] };
}

const nameOf = ({ id }: Order, number: number) => `${id}-${number}`;

type Next = { side: OrderSide; body: CreatePayoutBody; draft: Draft };

/** Under the first number that is free: a reference is the merchant's to give, and one that was given keeps no order from being paid. */
async function writeNext(tx: Tx, ctx: Context, order: LockedOrder, { side, body: asked, draft }: Next) {
  for (let number = order.parts + 1; ; number++) {
    const body = { ...asked, reference: nameOf(order, number) };
    const row = { ...rowOf(ctx, order.merchantId, body, draft), orderId: order.id, orderSide: side };
    const payout = await writePayout(tx, ctx, { row, body, computed: draft.computed });
    if (payout) return { payout, number };
  }
}

/** Who asked for another address may not be its seller: until that is sure, nobody is paid. */
export function refuseChanging({ pendingAddressUntil: until }: Order): void {
  if (until === null) return;
  const detail = `Another address of its seller counts from ${until.toISOString()}. Until then nothing is paid.`;
  throw new Refusal('order_state', { detail });
}

function refuseBeyondHeld({ held, decimals, symbol }: Order, amount: bigint): void {
  if (amount <= held) return;
  const detail = `The order holds ${formatAmount(held, decimals)} ${symbol}.`;
  throw new Refusal('order_short', { field: 'amount', detail });
}

/** What is left is enough for a payout, or nothing is left: the last part takes all of it. */
function refuseDust({ held, decimals, symbol }: Order, amount: bigint, { minimum, money }: Draft): void {
  const left = held - amount;
  if (left === 0n || (left >= minimum && left > money.fee)) return;
  const detail = `${formatAmount(left, decimals)} ${symbol} would be left, which is too little for a payout of its own.`;
  throw new Refusal('amount_too_small', { field: 'amount', detail });
}

async function bodyOf(tx: Tx, order: Order, { side, amount, metadata }: Part): Promise<CreatePayoutBody> {
  const to = side === 'release' ? await toSeller(tx, order) : toBuyer(order);
  return createPayoutBody.parse({
    ...{ amount: formatAmount(amount, order.decimals), asset: order.symbol, chain: order.chain, ...to },
    reference: nameOf(order, order.parts + 1),
    description: `${side === 'release' ? 'Payment of' : 'Refund of'} order ${order.reference}`,
    expires_in: openSeconds,
    // Dialects without words for an order tell by it which order a payout is of.
    metadata: { order_id: order.id, order_reference: order.reference, order_side: side, ...metadata },
  });
}

/** To the address as the order has it, without a claim where the portal can; else by a claim link to the seller's mailbox. */
async function toSeller(tx: Tx, order: Order) {
  const { rail, chain, sellerAddress, sellerEmail, sellerLanguage } = order;
  const { recipients, deliveries } = termsOf(rail);
  if (sellerAddress) {
    const sends = deliveries.includes('send') && (await sendsOn(tx, chain));
    return { rail, recipient: { type: 'wallet', address: sellerAddress }, delivery: sends ? 'send' : 'claim' };
  }
  if (sellerEmail && recipients.includes('email')) return { rail, recipient: mailbox(sellerEmail, sellerLanguage) };
  throw new Refusal('recipient_unsupported', {
    field: 'seller.address',
    detail: 'Its seller has to name an address before it can be released.',
  });
}

/** By claim link, never to the address that paid in: that may be an exchange's, which would keep it. */
function toBuyer({ rail, buyerContact, buyerLanguage }: Order) {
  const by = isClaimed(rail) ? rail : claimedRails()[0];
  return { rail: by, recipient: buyerContact ? mailbox(buyerContact, buyerLanguage) : { type: 'anyone' } };
}

function mailbox(email: string, language: Order['buyerLanguage']) {
  return { type: 'email', email, ...(language && { language }) };
}

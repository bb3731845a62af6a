import type { Tx } from '@/db/client';
import type { OrderSide } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { type CreatedPayoutAnswer, type CreatePayoutBody, createPayoutBody } from '@/lib/payouts/schema';
import { checkTerms, type Draft } from '@/lib/payouts/terms/check-terms';
import { rowOf } from '@/lib/payouts/terms/create';
import { type Known, readKnown } from '@/lib/payouts/terms/known';
import { sendsOn } from '@/lib/payouts/terms/sends-on';
import { type ToWrite, writePayout, writePayouts } from '@/lib/payouts/terms/write';
import { claimedRails, isClaimed, termsOf } from '@/lib/rails/traits';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import type { LockedOrder } from './core/locked-store';
import { moveOrder, moveOrders, type OrderMove } from './core/move';
import { afterSending } from './core/run-clock';
import type { Order } from './core/store';
import { mailSide } from './mails/mail-side';
import { refuseNothingHeld, refuseState } from './with-order';

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
  const decided = await decidePart(tx, ctx, order, part);
  const { merchantId, chain, symbol } = order;
  await refuseStopped(tx, { merchantId, chain, symbol, rail: decided.body.rail });
  const { payout, number } = await writeNext(tx, ctx, decided);
  const moved = await moveOrder(tx, ctx, order, stepOf(decided, payout.id, number));
  return { order: moved, parts: [await tellSeller(tx, ctx, moved, decided, payout)] };
}

/**
 * The same of many orders of one merchant, rail and asset: all that each holds goes to its seller, in statements for all of them.
 * What would be refused is decided before anything is written. Answers those that were left as they are: one that is refused, or
 * whose payout needs another reference than the next one. Refuses, of all: stopped, merchant_suspended, asset_unavailable, rate_unavailable, chain_unavailable.
 */
export async function releaseHeld(tx: Tx, ctx: Context, orders: readonly LockedOrder[]): Promise<LockedOrder[]> {
  const [first] = orders;
  if (!first) return [];
  const { merchantId, rail, chain, symbol: asset } = first;
  await refuseStopped(tx, first);
  const addresses = orders.flatMap(({ sellerAddress }) => sellerAddress ?? []);
  const reader = { db: tx, clock: ctx.clock, inTransaction: true } as const;
  const known = await readKnown(reader, merchantId, { rail, chain, asset }, addresses);
  const decided: Decided[] = [];
  for (const order of orders) {
    const one = await unlessRefused(() => {
      refuseState('release', order);
      refuseNothingHeld(order);
      return decidePart(tx, ctx, order, { side: 'release', amount: order.held }, known);
    });
    if (one) decided.push(one);
  }
  const made = await writePayouts(
    tx,
    ctx,
    decided.map((one) => toWrite(ctx, one, one.order.parts + 1)),
  );
  const moving = decided.flatMap((one) => {
    const number = one.order.parts + 1;
    const payout = made.get(nameOf(one.order, number));
    return payout ? [{ ...one, payout, step: stepOf(one, payout.id, number) }] : [];
  });
  const moved = await moveOrders(tx, ctx, moving);
  for (const [index, one] of moving.entries()) await tellSeller(tx, ctx, moved[index] ?? one.order, one, one.payout);
  const done = new Set(moved.map(({ id }) => id));
  return orders.filter(({ id }) => !done.has(id));
}

/** Null where it is refused: asked alone, it says why. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

type Decided = { order: LockedOrder; part: Part; body: CreatePayoutBody; draft: Draft };

/** All that can be refused of a part, before anything is written. */
async function decidePart(tx: Tx, ctx: Context, order: LockedOrder, part: Part, known: Known = {}): Promise<Decided> {
  const { merchantId } = order;
  const { side, amount } = part;
  refuseBeyondHeld(order, amount);
  if (side === 'release') refuseChanging(order);
  const body = await bodyOf(tx, order, part, known);
  const draft = await checkTerms({ db: tx, clock: ctx.clock, inTransaction: true }, merchantId, body, known);
  refuseDust(order, amount, draft);
  const whole = { merchantId, gross: order.amount, ...draft.recipient };
  const needed = Math.max(draft.needed, await approvalsNeeded(tx, draft.rule, whole, known.paid));
  return { order, part, body, draft: { ...draft, needed } };
}

function stepOf({ order, part: { side, amount, set } }: Decided, payout: string, number: number): OrderMove {
  return {
    action: side,
    set: {
      ...set,
      parts: number,
      frozenFor: afterSending(set?.frozenFor ?? order.frozenFor, order.held - amount),
    },
    sums: {
      held: order.held - amount,
      releasing: order.releasing + amount,
      ...(side === 'refund' && { refunding: order.refunding + amount }),
    },
    detail: { payout, amount: formatAmount(amount, order.decimals) },
  };
}

/** Who is paid by mail gets the link as an invitation. */
async function tellSeller(
  tx: Tx,
  ctx: Context,
  moved: LockedOrder,
  { part: { side, amount }, draft }: Decided,
  { id, claim_url: claimUrl }: CreatedPayoutAnswer,
): Promise<SentPart> {
  const tellsLink = side === 'release' && draft.recipient.recipientType === 'wallet';
  const told = { kind: 'paying' as const, amount, url: claimUrl };
  if (tellsLink) await mailSide(tx, moved, 'seller', told, ctx.clock.now());
  return { id, side, claimUrl };
}

const nameOf = ({ id }: Order, number: number) => `${id}-${number}`;

function toWrite(ctx: Context, { order, part, body: asked, draft }: Decided, number: number): ToWrite {
  const body = { ...asked, reference: nameOf(order, number) };
  const row = { ...rowOf(ctx, order.merchantId, body, draft), orderId: order.id, orderSide: part.side };
  return { row, body, computed: draft.computed };
}

/** Under the first number that is free: a reference is the merchant's to give, and one that was given keeps no order from being paid. */
async function writeNext(tx: Tx, ctx: Context, decided: Decided) {
  for (let number = decided.order.parts + 1; ; number++) {
    const payout = await writePayout(tx, ctx, toWrite(ctx, decided, number));
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

async function bodyOf(tx: Tx, order: Order, part: Part, known: Known): Promise<CreatePayoutBody> {
  const { side, amount, metadata } = part;
  const to = side === 'release' ? await toSeller(tx, order, known) : toBuyer(order);
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
async function toSeller(tx: Tx, order: Order, known: Known) {
  const { rail, chain, sellerAddress, sellerEmail, sellerLanguage } = order;
  const { recipients, deliveries } = termsOf(rail);
  if (sellerAddress) {
    const sends = deliveries.includes('send') && (known.sends ?? (await sendsOn(tx, chain)));
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

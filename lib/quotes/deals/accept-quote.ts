import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { lockIfThere } from '@/lib/payouts/locked-store';
import { type CreatedPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';
import { findByReference } from '@/lib/payouts/store';
import { referenceTaken } from '@/lib/payouts/terms/check-create';
import { checkTerms } from '@/lib/payouts/terms/check-terms';
import { answerRepeat, rowOf } from '@/lib/payouts/terms/create';
import { readKeyVoucher } from '@/lib/payouts/terms/read-key-voucher';
import { writePayout } from '@/lib/payouts/terms/write';
import { displayedBy } from '@/lib/quotes/displayed-by';
import { feeOfQuote } from '@/lib/quotes/kept';
import type { AcceptQuoteBody } from '@/lib/quotes/schema';
import { acceptLocked, findQuote, lockQuote, type Quote } from '@/lib/quotes/store';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { quoteUnknown } from './make-quote';

/**
 * Makes the one payout of a quote, for exactly its amounts, which stand for good; the merchant's bounds, rules and approvals are
 * those of now. `also` and `linkToken` are as in `createPayout`. Refuses: not_found, quote_accepted, quote_expired, stopped, and what `createPayout` refuses.
 */
export async function acceptQuote(
  ctx: Context,
  id: string,
  body: AcceptQuoteBody,
  also?: (tx: Tx, made: CreatedPayoutAnswer) => Promise<void>,
  linkToken?: string,
): Promise<CreatedPayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const known = await findQuote(ctx.db, { merchantId, id });
  // What is offered to a claimant is theirs to take.
  if (!known || (known.payoutId !== null && known.acceptedAt === null)) throw quoteUnknown(id);
  const asked = createPayoutBody.parse({ ...body, ...askedBy(known) });
  const draft = await checkTerms(ctx, merchantId, asked, { fee: feeOfQuote(known) });
  const signed = await readKeyVoucher(ctx, merchantId, asked, draft);
  const row = { ...rowOf(ctx, merchantId, asked, draft), ...displayedBy(known), ...signed };
  return ctx.db.transaction(async (tx) => {
    const quote = await lockQuote(tx, known);
    if (!quote) throw quoteUnknown(id);
    if (quote.acceptedAt && quote.payoutId) {
      const made = await lockIfThere(tx, { merchantId, id: quote.payoutId });
      if (made && ctx.requestKey && made.requestKey === ctx.requestKey) return answerRepeat(tx, ctx, made);
      throw accepted(quote.payoutId);
    }
    refuseExpired(quote, ctx.clock.now());
    await refuseStopped(tx, quote);
    const made = await writePayout(tx, ctx, { row, body: asked, computed: draft.computed, linkToken });
    if (!made) throw referenceTaken(body.reference, await findByReference(tx, merchantId, body.reference));
    const payout = await lockIfThere(tx, { merchantId, id: made.id });
    if (payout) await acceptLocked(tx, quote, payout, ctx.clock.now());
    await also?.(tx, made);
    return made;
  });
}

/** The terms of a quote in the words of a new payout. */
function askedBy({ rail, chain, symbol, feePayer, gross, net, decimals }: Quote) {
  const amount = formatAmount(feePayer === 'recipient' ? gross : net, decimals);
  return { rail, chain, asset: symbol, fee_payer: feePayer, amount };
}

function accepted(payoutId: string): Refusal {
  return new Refusal('quote_accepted', { detail: `It was accepted for ${payoutId}.`, extra: { payout_id: payoutId } });
}

export function refuseExpired({ expiresAt }: Quote, now: Date): void {
  if (expiresAt > now) return;
  throw new Refusal('quote_expired', { detail: `It could be accepted until ${expiresAt.toISOString()}.` });
}

import type { Context } from '@/lib/access/actor';
import { mayPayAtOnce } from '@/lib/access/policies/spend';
import { refuseElsewhere } from '@/lib/attestations/of-payout';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { hashToken } from '@/lib/kernel/secrets';
import { findLimits } from '@/lib/merchants/registration-store';
import { readObstacle } from '@/lib/obstacles/read-obstacle';
import { maxAtOnce } from '@/lib/payouts/limits/merchant-limits';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken, type Payout } from '@/lib/payouts/store';
import { type Priced, readMoney } from '@/lib/payouts/terms/read-money';
import { assetKey } from '@/lib/quotes/asset-key';
import { feeOfQuote } from '@/lib/quotes/kept';
import type { OfferBody, OfferedQuote } from '@/lib/quotes/schema';
import { countAccepted, findOffered, findQuote, insertQuote, type Quote } from '@/lib/quotes/store';
import { appliedRate } from '@/lib/quotes/work-out';
import { readKeptRatio, showRatio } from '@/lib/rates/ratio';

/** So many quotes are accepted for one payout; each of them changes the books. */
const maxAccepted = 50;

/**
 * What this link's payout comes to now, in its own asset or in one that its claimant may choose. Nothing changes before they accept
 * it. While a quote is good, asking again answers the same one.
 * Refuses: link_*, already_paid, transfer_in_progress, payout_state, quote_stands, asset_unavailable, rate_unavailable, amount_too_*.
 */
export async function offerQuote(ctx: Context, token: string, body: OfferBody): Promise<OfferedQuote> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  return offerQuoteOf(ctx, found.payout, body);
}

/** The same for a payout that is known. */
export async function offerQuoteOf(ctx: Context, payout: Payout, body: OfferBody): Promise<OfferedQuote> {
  const now = ctx.clock.now();
  refuseClosed(payout, now);
  const { id, current } = await findCurrent(ctx, payout);
  const wanted = { chain: body.chain ?? payout.chain, asset: body.asset ?? payout.symbol };
  if (!(payout.payableIn ?? []).includes(assetKey(wanted))) {
    const detail = `This payout is not paid in ${wanted.asset} on ${wanted.chain}.`;
    throw new Refusal('asset_unavailable', { field: 'asset', detail });
  }
  const isOwn = wanted.chain === payout.chain && wanted.asset === payout.symbol;
  if (isOwn && isGood(current, now)) return presentOffer(current, payout.quoteId);
  if (!isOwn) await refuseElsewhere(ctx.db, payout, wanted.chain);
  const offered = await findOffered(ctx.db, payout, wanted);
  if (offered && isGood(offered, now)) return presentOffer(offered, payout.quoteId);
  if ((await countAccepted(ctx.db, payout)) >= maxAccepted) {
    const detail = `This payout was quoted ${maxAccepted} times. Ask its payer for another one.`;
    throw new Refusal('rate_limited', { detail, retryAfterSeconds: 3_600 });
  }
  const asked = { ...wanted, rail: payout.rail, fee_payer: payout.feePayer, display: displayOf(current) };
  // The fee stays what it was when the payout was made; another asset has its own.
  const priced = await readMoney(ctx, payout.merchantId, asked, isOwn ? { fee: feeOfQuote(current) } : {});
  const { quote } = priced;
  await refuseAboveLimits(ctx, payout, priced);
  if (!isOwn) await refuseUncovered(ctx, payout, priced);
  if (!quote) throw new Error(`${id} is displayed in a currency and has no quote`);
  return presentOffer(await ctx.db.transaction((tx) => insertQuote(tx, { ...quote, payoutId: id })), payout.quoteId);
}

/**
 * It comes to no more than its merchant may pay at once while no operator has looked at it, and the API key that made it. Refuses:
 * amount_too_large.
 */
async function refuseAboveLimits({ db }: Context, payout: Payout, { terms, token, money: { gross: amount } }: Priced) {
  const { merchantId, createdByKey: keyId, gross } = payout;
  const { chain, symbol } = terms.terms;
  if (amount <= gross && chain === payout.chain && symbol === payout.symbol) return;
  const most = maxAtOnce(await findLimits(db, merchantId), token);
  if (most !== null && amount > most) {
    throw new Refusal('amount_too_large', { detail: 'It comes to more now than its payer may pay at once.' });
  }
  if (keyId === null || (await mayPayAtOnce(db, { merchantId, keyId }, { chain, symbol, amount }))) return;
  throw new Refusal('amount_too_large', { detail: 'It comes to more now than its payer’s program may pay at once.' });
}

/** What could not be paid now is not offered. Refuses: asset_unavailable, chain_unavailable. */
async function refuseUncovered(ctx: Context, payout: Payout, { terms, token, money }: Priced): Promise<void> {
  const { chain, symbol } = terms.terms;
  const asked = { ...payout, ...money, chain, symbol, token: token.address.toLowerCase(), decimals: token.decimals };
  const { vault } = terms;
  if (vault && !(await readObstacle(ctx, { payout: asked, vault }, payout.recipientAddress, 1_000))) return;
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `It cannot be paid in ${symbol} on ${chain} now.` });
}

/** The quote that a payout's amounts are from, while they may still change. Refuses: quote_stands. */
async function findCurrent({ db }: Context, payout: Payout): Promise<{ id: string; current: Quote }> {
  const { merchantId, quoteId, id } = payout;
  refuseStanding(payout);
  const current = quoteId && (await findQuote(db, { merchantId, id: quoteId }));
  if (!current) throw new Error(`The quote of ${id} is not there`);
  return { id, current };
}

/** Something was signed or is being sent for these amounts, or its maker fixed them. */
export function refuseStanding({ quotedUntil, signedUntil, payableIn }: Payout): void {
  if (quotedUntil && !signedUntil && payableIn) return;
  throw new Refusal('quote_stands', { detail: 'Its amount is what was agreed on.' });
}

/** Half of its time is left: what is offered is not over before it was read. */
function isGood({ createdAt, expiresAt }: Quote, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() > (expiresAt.getTime() - createdAt.getTime()) / 2;
}

function displayOf({ displayCurrency: currency, displayAmount, displayDecimals, spread }: Quote) {
  return { currency, amount: formatAmount(displayAmount, displayDecimals), spread_bps: spread };
}

export function presentOffer(quote: Quote, taken: string | null): OfferedQuote {
  const { symbol: asset, chain, decimals, displayCurrency: currency, spread } = quote;
  const money = (units: bigint) => formatAmount(units, decimals);
  return {
    id: quote.id,
    accepted: quote.id === taken,
    display: { currency, amount: formatAmount(quote.displayAmount, quote.displayDecimals) },
    rate: showRatio(appliedRate({ rate: readKeptRatio(quote.rate), spread }), 12),
    ...{ asset, chain },
    amount: money(quote.feePayer === 'recipient' ? quote.gross : quote.net),
    ...{ fee: money(quote.fee), net: money(quote.net) },
    expires_at: quote.expiresAt.toISOString(),
  };
}

import type { Queryable } from '@/db/client';
import type { Token } from '@/lib/chains/chain';
import { maxFeeOf } from '@/lib/merchants/max-fee';
import type { Payout } from '@/lib/payouts/store';
import { quoteNow } from '@/lib/quotes/quote-now';
import type { NewQuote } from '@/lib/quotes/store';
import { type Money, moneyOf } from '@/lib/quotes/work-out';
import { termsOf } from '@/lib/rails/traits';
import { readPayoutAmount } from './amount-schema';
import type { FeeNow } from './fee-of-terms';
import { feeNow, type Known } from './known';
import { type Offered, type OfferedTerms, type Reader, readOffered } from './read-offered';

/** An amount in the asset, or in another currency at the rate of now. */
export type ToPrice = Offered & {
  amount?: string | undefined;
  display?: { currency: string; amount?: string | undefined; spread_bps: number } | undefined;
  fee_payer: Payout['feePayer'];
  /** For how long a quote of it is good; as the portal is set without it. */
  quotedSeconds?: number | undefined;
};

const hasFee = ({ rail }: Pick<Offered, 'rail'>) => termsOf(rail).fee === 'terms';

export type Priced = {
  terms: OfferedTerms;
  token: Token;
  money: Money;
  computed: FeeNow['computed'];
  quote: NewQuote | null;
};

/**
 * What a payout comes to within the merchant's bounds, with the quote that its amounts are from where one is needed. Refuses: asset_unavailable, amount_*, currency_unavailable, rate_unavailable, chain_unavailable.
 */
export async function readMoney(ctx: Reader, merchantId: string, asked: ToPrice, known: Known = {}): Promise<Priced> {
  const offered = known.offered ?? (await readOffered(ctx.db, merchantId, asked));
  const { terms, token } = offered;
  const { fee, computed } = known.fee ?? (await feeNow(ctx, asked, offered));
  if (!asked.display) {
    const amount = bounded(asked.amount ?? '', terms, { fee, decimals: token.decimals });
    return { terms, token, money: moneyOf(amount, fee, asked.fee_payer), computed, quote: null };
  }
  const { display, amount, rail, chain, asset: symbol, fee_payer: feePayer, quotedSeconds } = asked;
  const toQuote = {
    ...{ merchantId, amount, feePayer, fee, feeFacts: computed?.kept ?? null, expiresIn: quotedSeconds },
    display: { currency: display.currency, amount: display.amount, spread: display.spread_bps },
    asset: { rail, chain, symbol, decimals: token.decimals },
  };
  const { row, asAmount } = await quoteNow(ctx.db, toQuote, ctx.clock.now());
  const field = row.given === 'display' ? 'display.amount' : 'amount';
  bounded(asAmount, terms, { fee, decimals: token.decimals }, field);
  const { gross, net } = row;
  return { terms, token, money: { gross, fee, net }, computed, quote: row };
}

type Charged = { fee: bigint; decimals: number };

function bounded(text: string, { terms }: OfferedTerms, charged: Charged, field?: string): bigint {
  const { symbol, minimum, maximum } = terms;
  return readPayoutAmount(text, { symbol, minimum, maximum, ...charged }, field);
}

/** What could be paid out in one payout, once whom it is for is known and what its fee is then. Refuses: asset_unavailable, amount_*. */
export async function checkMoney(db: Queryable, merchantId: string, asked: ToPrice & { amount: string }) {
  const { terms, token } = await readOffered(db, merchantId, asked);
  const charged = { fee: hasFee(asked) ? maxFeeOf(terms.terms) : 0n, decimals: token.decimals };
  const money = moneyOf(bounded(asked.amount, terms, charged), charged.fee, asked.fee_payer);
  return { terms, token, money };
}

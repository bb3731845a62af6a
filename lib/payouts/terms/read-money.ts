import type { Queryable } from '@/db/client';
import type { Token } from '@/lib/chains/chain';
import { findToken } from '@/lib/chains/registry';
import { findGatewayFor } from '@/lib/gateways/store';
import type { Clock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { maxFeeOf } from '@/lib/merchants/max-fee';
import { refuseRealNetwork } from '@/lib/merchants/refuse-sandbox';
import { findTerms, type Payout } from '@/lib/payouts/store';
import { quoteNow } from '@/lib/quotes/quote-now';
import type { NewQuote } from '@/lib/quotes/store';
import { type Money, moneyOf } from '@/lib/quotes/work-out';
import { isByPortal, termsOf } from '@/lib/rails/traits';
import { readPayoutAmount } from './amount-schema';
import { type FeeNow, feeOfTerms } from './fee-of-terms';

export type OfferedTerms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;
/** A context, or a transaction that terms are to be read in: from there no node is asked. */
export type Reader = { db: Queryable; clock: Clock; inTransaction?: true };

type Offered = Pick<Payout, 'rail' | 'chain'> & { asset: string };
/** An amount in the asset, or in another currency at the rate of now. */
export type ToPrice = Offered & {
  amount?: string | undefined;
  display?: { currency: string; amount?: string | undefined; spread_bps: number } | undefined;
  fee_payer: Payout['feePayer'];
  /** For how long a quote of it is good; as the portal is set without it. */
  quotedSeconds?: number | undefined;
};

/** What a merchant pays out of an asset, and on which terms. Refuses: asset_unavailable. */
export async function readOffered(
  db: Queryable,
  merchantId: string,
  { rail, chain, asset }: Offered,
): Promise<{ terms: OfferedTerms; token: Token }> {
  await refuseRealNetwork(db, merchantId, chain);
  const terms = await findTerms(db, merchantId, chain, asset);
  const token = findToken(chain, asset);
  if (isByPortal(rail) && !(await findGatewayFor(db, merchantId, chain, asset))) {
    const detail = `None of your gateways pays ${asset} on ${chain}.`;
    throw new Refusal('asset_unavailable', { field: 'asset', detail });
  }
  if (terms && token && (terms.vault || !termsOf(rail).needsVault)) return { terms, token };
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `${asset} on ${chain} is not set up.` });
}

const hasFee = ({ rail }: Pick<Offered, 'rail'>) => termsOf(rail).fee === 'terms';

export type Priced = {
  terms: OfferedTerms;
  token: Token;
  money: Money;
  computed: FeeNow['computed'];
  quote: NewQuote | null;
};

/**
 * What a payout comes to within the merchant's bounds, with the quote that its amounts are from where one is needed. A fee that was
 * agreed on before is passed in. Refuses: asset_unavailable, amount_*, currency_unavailable, rate_unavailable, chain_unavailable.
 */
export async function readMoney(ctx: Reader, merchantId: string, asked: ToPrice, agreed?: FeeNow): Promise<Priced> {
  const { terms, token } = await readOffered(ctx.db, merchantId, asked);
  const flat = { fee: 0n, computed: null };
  const now = agreed ?? (hasFee(asked) ? await feeOfTerms(ctx, terms.terms, token.decimals) : flat);
  const { fee, computed } = now;
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
  return { token, money };
}

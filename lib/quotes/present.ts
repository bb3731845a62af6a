import { formatAmount } from '@/lib/kernel/money';
import { one, type Ratio, readKeptRatio, showRatio, writeRatio } from '@/lib/rates/ratio';
import type { QuoteAnswer } from './schema';
import type { Quote } from './store';
import { appliedRate } from './work-out';

/** The quote in the words of the API. */
export function presentQuote(quote: Quote, now: Date): QuoteAnswer {
  const { symbol, decimals, displayCurrency, displayDecimals, rail, chain, spread } = quote;
  const inAsset = (units: bigint) => ({ currency: symbol, amount: formatAmount(units, decimals) });
  const applied = appliedRate({ rate: readKeptRatio(quote.rate), spread });
  const isOpen = quote.acceptedAt === null && quote.expiresAt > now;
  return {
    id: quote.id,
    status: quote.acceptedAt ? 'accepted' : isOpen ? 'open' : 'expired',
    given: quote.given,
    display: { currency: displayCurrency, amount: formatAmount(quote.displayAmount, displayDecimals) },
    wallet: inAsset(quote.gross),
    paid: inAsset(quote.net),
    fee: inAsset(quote.fee),
    fee_payer: quote.feePayer,
    display_rate: showRate(displayCurrency, symbol, applied),
    exchange_rate: showRate(symbol, symbol, one),
    spread_bps: spread,
    ...{ rail, chain, asset: symbol },
    payout_id: quote.payoutId,
    evidence: quote.evidence,
    created_at: quote.createdAt.toISOString(),
    expires_at: quote.expiresAt.toISOString(),
    accepted_at: quote.acceptedAt?.toISOString() ?? null,
  };
}

function showRate(base: string, counter: string, rate: Ratio): QuoteAnswer['display_rate'] {
  return { base, counter, rate: showRatio(rate, 12), exact: writeRatio(rate) };
}

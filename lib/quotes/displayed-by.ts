import type { NewPayout } from '@/lib/payouts/store';
import { readKeptRatio, writeRatio } from '@/lib/rates/ratio';
import type { NewQuote } from './store';
import { appliedRate } from './work-out';

/** What a payout says of the quote that its amounts are from. */
export function displayedBy({ id, rate, spread, ...quote }: NewQuote) {
  const { displayCurrency, displayDecimals, displayAmount } = quote;
  const displayRate = writeRatio(appliedRate({ rate: readKeptRatio(rate), spread }));
  return { quoteId: id, displayCurrency, displayDecimals, displayAmount, displayRate } satisfies Partial<NewPayout>;
}

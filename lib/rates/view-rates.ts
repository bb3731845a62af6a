import type { Queryable } from '@/db/client';
import type { RateFeedKey } from '@/db/vocabulary/rates';
import { type Price, priceOf } from './agree';
import { selectEvidence, selectFeeds } from './store';

export type FeedView = {
  feed: RateFeedKey;
  state: 'answers' | 'fails' | 'not_asked_yet';
  answeredAt: Date | null;
  trouble: string | null;
};
export type RatesView = { feeds: FeedView[]; prices: ({ currency: string } & Price)[] };

/** How the feeds answer, and what the currencies that are wanted are worth now. */
export async function viewRates(
  db: Queryable,
  keys: readonly RateFeedKey[],
  currencies: readonly string[],
  now: Date,
): Promise<RatesView> {
  const [states, evidence] = await Promise.all([
    selectFeeds(db),
    selectEvidence(db, [...new Set(['USDT', ...currencies])], now),
  ]);
  const feeds = keys.map((feed): FeedView => {
    const state = states.find((one) => one.feed === feed);
    if (!state) return { feed, state: 'not_asked_yet', answeredAt: null, trouble: null };
    const { failures, answeredAt, trouble } = state;
    return { feed, state: failures > 0 ? 'fails' : 'answers', answeredAt, trouble };
  });
  return { feeds, prices: currencies.map((currency) => ({ currency, ...priceOf(currency, evidence) })) };
}

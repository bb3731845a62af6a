import type { RateFeedKey } from '@/db/vocabulary/rates';
import { env } from '@/lib/kernel/env';
import type { Place } from './ask';
import { centralBankFeed, centralBankUrl } from './central-bank';
import { exchangeFeed, exchanges } from './exchanges';
import type { Feed } from './feed';
import { oracleFeed } from './oracle';

type Urls = readonly (readonly [RateFeedKey, string])[];

/** The feeds of these names; each at the address that everybody uses, or at the one that is given. */
export function feedsOf(keys: readonly RateFeedKey[], urls: Urls): Feed[] {
  const place = (key: RateFeedKey, usual: string): Place => {
    const given = urls.find(([named]) => named === key)?.[1];
    return { url: given?.replace(/\/$/, '') ?? usual, named: given !== undefined };
  };
  return keys.map((key) => {
    if (key === 'chainlink') return oracleFeed();
    if (key === 'ecb') return centralBankFeed(place(key, centralBankUrl));
    return exchangeFeed(exchanges[key], place(key, exchanges[key].url));
  });
}

/** Those that the operator's settings name; none where nobody asked for rates. */
export function configuredFeeds(): Feed[] {
  return feedsOf(env.RATE_FEEDS, env.RATE_FEED_URLS);
}

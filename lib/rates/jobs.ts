import type { Job } from '@/lib/jobs/runner';
import { wantedCurrencies } from './currencies';
import { configuredFeeds } from './feeds';
import { followFeed } from './follow-feed';

/** One job for each feed, so that a slow one delays no other. */
export function rateJobs(): Job[] {
  const currencies = wantedCurrencies();
  return configuredFeeds().map((feed) => ({
    ...{ name: `rates ${feed.key}`, everyMs: 10_000, exclusive: true },
    run: async (ctx) => {
      await followFeed(ctx, feed, currencies);
      return false;
    },
  }));
}

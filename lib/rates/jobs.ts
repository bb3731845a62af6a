import type { Job } from '@/lib/jobs/runner';
import { wantedCurrencies } from './currencies';
import { configuredFeeds } from './feeds';
import { followFeed } from './follow-feed';
import { deleteReadings } from './store';

/** One job for each feed, so that a slow one delays no other. */
export function rateJobs(): Job[] {
  const currencies = wantedCurrencies();
  const feeds = configuredFeeds();
  const following = feeds.map(
    (feed): Job => ({
      ...{ name: `rates ${feed.key}`, everyMs: 10_000, exclusive: true },
      run: async (ctx) => {
        await followFeed(ctx, feed, currencies);
        return false;
      },
    }),
  );
  const asked = feeds.map(({ key }) => key);
  const forgetting: Job = {
    ...{ name: 'rates of feeds that are asked no more', everyMs: 60_000, exclusive: true },
    run: async ({ db }) => {
      await deleteReadings(db, asked);
      return false;
    },
  };
  return [...following, forgetting];
}

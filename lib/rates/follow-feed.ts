import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { priceOf } from './agree';
import type { Answered, Feed } from './feed';
import { type FeedState, findFeed, saveFeed, savePrice, saveReadings, selectEvidence } from './store';

/** A feed that fails is asked again after 10 seconds, from the third time on after twice as long each time, in seconds. */
const againSeconds = 10;
const maxPauseSeconds = 300;
const patientFailures = 2;
const maxTroubleLength = 2_000;

/**
 * Asks one feed, if it is due, and keeps what it said and how it answered. However long it was away, and
 * also where our clock was set back, it is asked again within five minutes, or within its own period.
 */
export async function followFeed(ctx: Context, feed: Feed, currencies: readonly string[]): Promise<void> {
  const now = ctx.clock.now();
  const was = await findFeed(ctx.db, feed.key);
  if (was && !isDue(was, feed, now)) return;
  const answered = await feed.read(currencies, now);
  const state = stateAfter(feed, was, answered, now);
  if (state.failures === patientFailures + 1) {
    log.warn({ feed: feed.key, trouble: state.trouble }, 'a feed of rates does not answer; the others go on');
  }
  await ctx.db.transaction(async (tx) => {
    await saveReadings(tx, answered.readings);
    await saveFeed(tx, state);
    const told = [...new Set(answered.readings.map(({ currency }) => currency))];
    const evidence = await selectEvidence(tx, ['USDT', ...told], now);
    for (const currency of told) {
      const { price } = priceOf(currency, evidence);
      if (price) await savePrice(tx, { currency, price, agreedAt: now });
    }
  });
}

function isDue({ askAfter }: FeedState, { everySeconds }: Feed, now: Date): boolean {
  // A time that lies further ahead than any pause was written before our clock was set back.
  return askAfter <= now || askAfter > addSeconds(now, Math.max(everySeconds, maxPauseSeconds));
}

function stateAfter(feed: Feed, was: FeedState | null, { readings, troubles }: Answered, now: Date): FeedState {
  const failed = readings.length === 0 && troubles.length > 0;
  const failures = failed ? Math.min((was?.failures ?? 0) + 1, 1_000) : 0;
  const doublings = Math.min(Math.max(failures - patientFailures, 0), 10);
  const pause = failed ? Math.min(againSeconds * 2 ** doublings, maxPauseSeconds) : feed.everySeconds;
  return {
    feed: feed.key,
    failures,
    askAfter: addSeconds(now, pause),
    answeredAt: failed ? (was?.answeredAt ?? null) : now,
    trouble: troubles.length > 0 ? troubles.join('; ').slice(0, maxTroubleLength) : null,
  };
}

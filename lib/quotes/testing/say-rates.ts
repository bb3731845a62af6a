import type { Database } from '@/db/client';
import { addSeconds } from '@/lib/kernel/clock';
import { saveReadings } from '@/lib/rates/store';
import { readingAt } from '@/lib/rates/testing/reading';

/** What two feeds say that currencies are worth in dollars, for the next `seconds`; a dollar for USDT unless it is among them. */
export async function sayRates(db: Database, dollars: Record<string, string>, now: Date, seconds = 86_400) {
  const readings = Object.entries({ USDT: '1', ...dollars }).flatMap(([currency, price]) =>
    (['kraken', 'bitstamp'] as const).map((feed) =>
      readingAt(now, feed, currency, price, { validUntil: addSeconds(now, seconds) }),
    ),
  );
  await db.transaction((tx) => saveReadings(tx, readings));
}

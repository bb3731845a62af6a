import type { RateFeedKey } from '@/db/vocabulary/rates';
import { addSeconds } from '@/lib/kernel/clock';
import type { Reading } from '@/lib/rates/feed';
import { one, readRatio } from '@/lib/rates/ratio';

/** A reading that was taken just now. */
export function readingAt(
  now: Date,
  feed: RateFeedKey,
  currency: string,
  price: string,
  more: Partial<Reading> = {},
): Reading {
  const times = { observedAt: now, readAt: now, validUntil: addSeconds(now, 60) };
  return { feed, currency, against: 'USD', price: readRatio(price) ?? one, ...times, ...more };
}

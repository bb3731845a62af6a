import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { notNegative, positive, words } from '@/db/checks';
import { time, units } from '@/db/columns';
import { rateFeedKeys } from '@/db/vocabulary/rates';

/** The newest reading of each feed: what one of a currency is worth in another, as an exact ratio. */
export const rateReadings = pgTable(
  'rate_readings',
  {
    feed: text('feed', { enum: rateFeedKeys }).notNull(),
    currency: text('currency').notNull(),
    /** What the price is counted in: USD, or USDT, which is not the same. */
    against: text('against').notNull(),
    numerator: units('numerator').notNull(),
    denominator: units('denominator').notNull(),
    /** When it was so, as far as the feed says; else when we read it. */
    observedAt: time('observed_at').notNull(),
    readAt: time('read_at').notNull(),
    /** After this it counts for nothing. */
    validUntil: time('valid_until').notNull(),
  },
  (table) => [
    ...words(table.feed),
    ...positive(table.numerator, table.denominator),
    primaryKey({ columns: [table.feed, table.currency] }),
  ],
);

/** How each feed answers. */
export const rateFeeds = pgTable(
  'rate_feeds',
  {
    feed: text('feed', { enum: rateFeedKeys }).primaryKey(),
    /** Times in a row that nothing could be read; 0 while it answers. */
    failures: integer('failures').notNull(),
    /** It is not asked before this. */
    askAfter: time('ask_after').notNull(),
    answeredAt: time('answered_at'),
    /** What was wrong the last time, of the feed or of single currencies, in words; null where nothing was. */
    trouble: text('trouble'),
  },
  (table) => [...words(table.feed), ...notNegative(table.failures)],
);

/** The last price in USD that enough feeds agreed on. It is never paid at: a jump from it asks for one more feed. */
export const ratePrices = pgTable(
  'rate_prices',
  {
    currency: text('currency').primaryKey(),
    numerator: units('numerator').notNull(),
    denominator: units('denominator').notNull(),
    agreedAt: time('agreed_at').notNull(),
  },
  (table) => [...positive(table.numerator, table.denominator)],
);

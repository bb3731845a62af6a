import { jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, time } from '@/db/columns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { merchants } from './merchants';
import { users } from './people';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);

/** A list of payouts as a person narrowed it down, to come back to. */
export const deskViews = pgTable(
  'desk_views',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** The filters as the address of the page has them. */
    query: text('query').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [uniqueIndex('desk_views_once').on(table.merchantId, table.userId, table.name)],
);

/** What happened in one asset within an hour. Base units as decimal text, since JSON has no integers of that size. */
export type HourFigures = {
  chain: ChainKey;
  symbol: string;
  decimals: number;
  created: number;
  paid: number;
  /** What recipients got. */
  units: string;
  /** Of those paid; missing in rows of earlier versions. */
  fees?: string;
  /** What left vaults, fees included, and when the first of it did; null where none did, missing in rows of earlier versions. */
  drawn?: { units: string; first: string } | null;
  /** Of those paid, how many took how long from their creation, by the bounds of `lib/desk/overview/waiting-times.ts`. */
  waits: number[];
};

/**
 * Figures of an hour that is over. A missing row is not an empty hour: it is counted when it is asked for. When a
 * payment is taken back, a trigger removes the row of its hour.
 */
export const deskHours = pgTable(
  'desk_hours',
  {
    merchantId: merchantId(),
    /** The full hour (UTC) with which it begins. */
    hour: timestamp('hour', { withTimezone: true, precision: 0, mode: 'date' }).notNull(),
    figures: jsonb('figures').$type<HourFigures[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.hour] })],
);

/** What is promised and not claimed, in one asset and of one age. */
export type OpenFigures = {
  chain: ChainKey;
  symbol: string;
  decimals: number;
  /** Index into the ages of `lib/desk/overview/ages.ts`. */
  age: number;
  count: number;
  units: string;
};

/** The liabilities of a merchant with too many open payouts to sum at every look. */
export const deskLiabilities = pgTable('desk_liabilities', {
  merchantId: merchantId().primaryKey(),
  figures: jsonb('figures').$type<OpenFigures[]>().notNull(),
  asOf: time('as_of').notNull(),
});

import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { wordsIn } from '@/db/checks';
import { id, time } from '@/db/columns';
import { guideSteps } from '@/db/vocabulary/merchants';
import { merchants } from './merchants';

/** What a merchant that registered itself may pay out, until an operator lifts it: then the row is gone. */
export const merchantLimits = pgTable(
  'merchant_limits',
  {
    merchantId: id('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    payoutsPerDay: integer('payouts_per_day').notNull(),
    /** In whole coins of the asset that is paid, fees included. */
    coinsPerPayout: integer('coins_per_payout').notNull(),
    createdAt: time('created_at').notNull(),
  },
  () => [check('merchant_limits_above_zero', sql`payouts_per_day > 0 and coins_per_payout > 0`)],
);

/** What a new merchant's team has looked at on its way to a first payout; the rest is read from what is there. */
export const guides = pgTable(
  'guides',
  {
    merchantId: id('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    /** Steps that a member said are fine as they are. */
    passed: text('passed', { enum: guideSteps }).array().notNull().default([]),
    /** When every step was done, or a member put it away; it never comes back. */
    closedAt: time('closed_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [wordsIn(table.passed, guideSteps)],
);

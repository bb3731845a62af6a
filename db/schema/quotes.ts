import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { notNegative, positive, words } from '@/db/checks';
import { id, time, units } from '@/db/columns';
import { feePayers, railIds } from '@/db/vocabulary/payouts';
import { quoteSides } from '@/db/vocabulary/rates';
import { merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';

/**
 * What a payout would come to at one moment, with all that it was worked out from. Offered until `expiresAt`; once accepted it
 * belongs to one payout.
 */
export const quotes = pgTable(
  'quotes',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Which amount was asked for; the other one is worked out. */
    given: text('given', { enum: quoteSides }).notNull(),
    displayCurrency: text('display_currency').notNull(),
    displayDecimals: integer('display_decimals').notNull(),
    displayAmount: units('display_amount').notNull(),
    rail: text('rail', { enum: railIds }).notNull(),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    decimals: integer('decimals').notNull(),
    /** As of a payout: what leaves the merchant is net + fee. */
    gross: units('gross').notNull(),
    fee: units('fee').notNull(),
    net: units('net').notNull(),
    feePayer: text('fee_payer', { enum: feePayers }).notNull(),
    /** How many of the asset one of the displayed currency was worth, before the spread: `numerator/denominator`. */
    rate: text('rate').notNull(),
    /** What the merchant keeps of the rate, in hundredths of a percent. */
    spread: integer('spread').notNull(),
    /** All readings that the rate came from, and what a computed fee came from; null where the fee is flat. */
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
    feeEvidence: jsonb('fee_evidence').$type<Record<string, unknown>>(),
    /** The payout that it was accepted for, or is offered to the claimant of. */
    payoutId: id('payout_id').references((): AnyPgColumn => payouts.id),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    acceptedAt: time('accepted_at'),
  },
  (table) => [
    ...words(table.given, table.rail, table.feePayer),
    ...positive(table.displayAmount, table.net),
    ...notNegative(table.fee, table.decimals, table.displayDecimals, table.spread),
    check('quotes_gross', sql`gross = net + fee`),
    check('quotes_spread', sql`spread < 10000`),
    check('quotes_rate', sql`rate ~ '^[1-9][0-9]*/[1-9][0-9]*$'`),
    check('quotes_accepted', sql`accepted_at is null or payout_id is not null`),
    index('quotes_of_merchant').on(table.merchantId, table.id),
    index('quotes_of_payout').on(table.payoutId, table.id).where(sql`payout_id is not null`),
  ],
);

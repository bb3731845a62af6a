import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, positive, words, wordsIn } from '@/db/checks';
import { address, id, time, units } from '@/db/columns';
import {
  type ScreenerKey,
  type ScreeningLevel,
  screenerKeys,
  screeningLevels,
  screeningStages,
  screeningVerdicts,
} from '@/db/vocabulary/screening';
import { merchants } from './merchants';
import { payouts } from './payouts';
import { users } from './people';

/** What one screener said: `silent` where it did not answer, or nothing that can be read. `facts` are what shows it later. */
export type ScreenerAnswer = {
  screener: ScreenerKey;
  said: 'clear' | 'listed' | 'silent';
  level: ScreeningLevel | null;
  category: string | null;
  name: string | null;
  facts: Readonly<Record<string, string | number>>;
};

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);
const payoutId = () =>
  id('payout_id')
    .notNull()
    .references(() => payouts.id);

/** What was found about an address when a payout was to go there: evidence, which is never changed. */
export const screenings = pgTable(
  'screenings',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    payoutId: payoutId(),
    address: address('address').notNull(),
    stage: text('stage', { enum: screeningStages }).notNull(),
    verdict: text('verdict', { enum: screeningVerdicts }).notNull(),
    level: text('level', { enum: screeningLevels }),
    category: text('category'),
    name: text('name'),
    answers: jsonb('answers').$type<ScreenerAnswer[]>().notNull(),
    /** Stands for the network of the claimant who had it asked; null where nobody did, or the portal cannot tell networks apart. */
    network: text('network'),
    screenedAt: time('screened_at').notNull(),
  },
  (table) => [
    ...words(table.stage, table.verdict, table.level),
    ...lowerCase(table.address),
    index('screenings_of_payout').on(table.payoutId, table.id),
  ],
);

/** Keeps a payout from being paid: what speaks against an address that it was to go to, until an owner overrules it. */
export const screeningFlags = pgTable(
  'screening_flags',
  {
    payoutId: payoutId(),
    address: address('address').notNull(),
    merchantId: merchantId(),
    screeningId: id('screening_id')
      .notNull()
      .references(() => screenings.id),
    verdict: text('verdict', { enum: screeningVerdicts }).notNull(),
    /** Who named the address; none where nobody could tell. An overruled flag counts for these alone. */
    namedBy: text('named_by', { enum: screenerKeys }).array().notNull(),
    raisedAt: time('raised_at').notNull(),
    /** Who went on against it, when, and in which words. */
    overruledBy: id('overruled_by').references(() => users.id),
    overruledAt: time('overruled_at'),
    overruledWords: text('overruled_words'),
  },
  (table) => [
    ...words(table.verdict),
    wordsIn(table.namedBy, screenerKeys),
    ...lowerCase(table.address),
    check('screening_flags_against', sql`(verdict = 'listed') = (cardinality(named_by) > 0) and verdict <> 'clear'`),
    check(
      'screening_flags_overruled',
      sql`(overruled_at is null) = (overruled_by is null) and (overruled_at is null) = (overruled_words is null)`,
    ),
    primaryKey({ columns: [table.payoutId, table.address] }),
  ],
);

/** Payouts whose address is known and is screened soon after they are made. */
export const screeningsDue = pgTable(
  'screenings_due',
  {
    payoutId: payoutId().primaryKey(),
    merchantId: merchantId(),
    dueAt: time('due_at').notNull(),
  },
  (table) => [index('screenings_due_first').on(table.dueAt)],
);

/** What a merchant adds to the screening of its payouts. */
export const screeningSettings = pgTable(
  'screening_settings',
  {
    merchantId: merchantId().primaryKey(),
    /** Below this a payout is paid although nobody can tell about its address; in 10^-18 of its asset. Null: none is. */
    payUnknownBelow: units('pay_unknown_below'),
    /** The merchant's own screener, and the secret that proves our questions, sealed with the merchant's id. */
    screenerUrl: text('screener_url'),
    screenerSecret: text('screener_secret'),
    updatedBy: id('updated_by').references(() => users.id),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...positive(table.payUnknownBelow),
    check('screening_settings_screener', sql`(screener_url is null) = (screener_secret is null)`),
  ],
);

/** The list that is in use, as it was published, and how the last try to read it went. */
export const screeningLists = pgTable(
  'screening_lists',
  {
    list: text('list', { enum: ['ofac'] }).primaryKey(),
    /** The day that the list itself names, and the SHA-256 of the file; null until it was read once. */
    listDate: text('list_date'),
    sha256: text('sha256'),
    addresses: integer('addresses').notNull(),
    /** When it was last read whole. */
    readAt: time('read_at'),
    triedAt: time('tried_at').notNull(),
    /** What was wrong with the last try, in words; null where nothing was. */
    trouble: text('trouble'),
  },
  (table) => [...words(table.list), ...notNegative(table.addresses)],
);

/** The addresses of a list. */
export const listedAddresses = pgTable(
  'listed_addresses',
  {
    list: text('list', { enum: ['ofac'] })
      .notNull()
      .references(() => screeningLists.list),
    address: address('address').notNull(),
  },
  (table) => [...words(table.list), ...lowerCase(table.address), primaryKey({ columns: [table.list, table.address] })],
);

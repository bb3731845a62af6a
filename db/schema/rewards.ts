import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { notNegative, positive, words } from '@/db/checks';
import { id, time, units } from '@/db/columns';
import { redemptionStatuses, rewardStatuses } from '@/db/vocabulary/rewards';
import { merchants } from './merchants';
import { ofChain } from './of-chain';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);

/** Who tells of rewards, in which words, and what a coin of theirs is worth. */
export const rewardSources = pgTable(
  'reward_sources',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    description: text('description'),
    /** Sealed with the source's id as purpose. */
    secret: text('secret').notNull(),
    /** The one before, sealed alike, and until when it proves callbacks, too. */
    formerSecret: text('former_secret'),
    formerUntil: time('former_until'),
    /** Which parameter carries which value, where its name is not the value's own. */
    parameters: jsonb('parameters').$type<Record<string, string>>().notNull().default({}),
    /** The names of its coins. */
    currencies: text('currencies').array().notNull().default([]),
    /** Whether a callback may bring a further name. */
    learnsCurrencies: boolean('learns_currencies').notNull(),
    /** What is paid out for coins. */
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    /** So many coins are worth so many base units: exact, of any size. */
    rateCoins: units('rate_coins').notNull(),
    rateAmount: units('rate_amount').notNull(),
    /** To so many decimals an amount is rounded down; the coins that this leaves stay with their user. */
    places: integer('places').notNull(),
    minimumCoins: units('minimum_coins').notNull(),
    /** Of one user, on one day of UTC; null for no limit. */
    maxEarned: units('max_earned'),
    maxRedeemed: units('max_redeemed'),
    requestKey: text('request_key'),
    createdAt: time('created_at').notNull(),
    deletedAt: time('deleted_at'),
  },
  (table) => [
    ...positive(table.rateCoins, table.rateAmount, table.minimumCoins, table.maxEarned, table.maxRedeemed),
    ...notNegative(table.places),
    check('reward_sources_former', sql`num_nonnulls(former_secret, former_until) in (0, 2)`),
    index('reward_sources_of_merchant').on(table.merchantId, table.id),
    uniqueIndex('reward_sources_request_once').on(table.merchantId, table.requestKey),
  ],
);

/** Names a purse. */
const purseColumns = () => ({
  sourceId: id('source_id')
    .notNull()
    .references(() => rewardSources.id),
  /** The user as the publisher names them. */
  userUuid: text('user_uuid').notNull(),
  currency: text('currency').notNull(),
});

/** The coins of one user, from one source, in one currency. */
export const rewardPurses = pgTable(
  'reward_purses',
  {
    merchantId: merchantId(),
    ...purseColumns(),
    /** Coins of rewards that are booked, taken back or not. */
    earned: units('earned').notNull().default(sql`0`),
    /** Of these: taken back. */
    reversed: units('reversed').notNull().default(sql`0`),
    /** In redemptions that are open or paid. */
    spent: units('spent').notNull().default(sql`0`),
    /** What is left; below zero where coins were taken back that had been redeemed. */
    coins: units('coins').notNull().default(sql`0`),
    /** Held above the cap. */
    held: units('held').notNull().default(sql`0`),
    /** The day of UTC on which a reward came last, and the coins of all rewards of that day, held ones too. */
    earnedDay: text('earned_day').notNull(),
    earnedToday: units('earned_today').notNull(),
    /** The same of redemptions, those that came back too. */
    redeemedDay: text('redeemed_day').notNull(),
    redeemedToday: units('redeemed_today').notNull().default(sql`0`),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.userUuid, table.currency] }),
    ...notNegative(table.earned, table.reversed, table.spent, table.held, table.earnedToday, table.redeemedToday),
    check('reward_purses_coins', sql`coins = earned - reversed - spent`),
    index('reward_purses_of_user').on(table.merchantId, table.userUuid),
    index('reward_purses_newest').on(table.merchantId, table.updatedAt),
  ],
);

const purseKey = (name: string, table: { sourceId: AnyPgColumn; userUuid: AnyPgColumn; currency: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [table.sourceId, table.userUuid, table.currency],
    foreignColumns: [rewardPurses.sourceId, rewardPurses.userUuid, rewardPurses.currency],
  });

/** A callback that was booked, once. */
export const rewards = pgTable(
  'rewards',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    ...purseColumns(),
    /** In lower case. */
    transUuid: text('trans_uuid').notNull(),
    coins: units('coins').notNull(),
    status: text('status', { enum: rewardStatuses }).notNull(),
    /** What is signed besides; empty where absent. */
    deviceId: text('device_id').notNull(),
    sdkAppId: text('sdk_app_id').notNull(),
    /** What else it said, signed by nobody. */
    details: jsonb('details').$type<Record<string, string>>().notNull().default({}),
    receivedAt: time('received_at').notNull(),
    reversedAt: time('reversed_at'),
  },
  (table) => [
    ...words(table.status),
    ...positive(table.coins),
    check('rewards_reversed', sql`(status = 'reversed') = (reversed_at is not null)`),
    purseKey('rewards_purse', table),
    uniqueIndex('rewards_once').on(table.sourceId, table.transUuid),
    index('rewards_of_purse').on(table.sourceId, table.userUuid, table.currency, table.id),
    index('rewards_newest').on(table.merchantId, table.id),
    index('rewards_held').on(table.merchantId, table.id).where(sql`status = 'held'`),
  ],
);

/** Coins that were turned into a payout, which names it. */
export const redemptions = pgTable(
  'redemptions',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    ...purseColumns(),
    coins: units('coins').notNull(),
    status: text('status', { enum: redemptionStatuses }).notNull(),
    /** Each booking of it has one. */
    version: integer('version').notNull().default(1),
    requestKey: text('request_key'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status),
    ...positive(table.coins, table.version),
    purseKey('redemptions_purse', table),
    index('redemptions_of_purse').on(table.sourceId, table.userUuid, table.currency, table.id),
    index('redemptions_of_merchant').on(table.merchantId),
  ],
);

import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { positive, wordsIn } from '@/db/checks';
import { id, time, units } from '@/db/columns';
import { recipientTypes } from '@/db/vocabulary/payouts';
import { apiKeys, merchants } from './merchants';
import { ofChain } from './of-chain';
import { orders } from './orders';
import { payouts } from './payouts';
import { users } from './people';

/** What an API key may let leave, to whom and from where. A key without a row may what its scopes say. */
export const keyPolicies = pgTable(
  'key_policies',
  {
    keyId: id('key_id')
      .primaryKey()
      .references(() => apiKeys.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Kinds of recipients; null for every kind. */
    recipients: text('recipients', { enum: recipientTypes }).array(),
    /** The only wallets, in lower case; none for every wallet. */
    wallets: text('wallets').array().notNull().default([]),
    /** What alone may stand behind the @ of a mailbox; none for every one. */
    mailDomains: text('mail_domains').array().notNull().default([]),
    /** The only ranges of IP addresses, as CIDR; none for everywhere. */
    ipRanges: text('ip_ranges').array().notNull().default([]),
    updatedBy: id('updated_by').references(() => users.id),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [wordsIn(table.recipients, recipientTypes), index('key_policies_of_merchant').on(table.merchantId)],
);

/** The assets that a key may pay, and how much of each, in base units. A policy without any of these is for every asset. */
export const keyLimits = pgTable(
  'key_limits',
  {
    keyId: id('key_id')
      .notNull()
      .references(() => keyPolicies.keyId),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    /** Of one payout; null for any amount. */
    maxPayout: units('max_payout'),
    /** Within any 24 hours; null for any sum. */
    maxDay: units('max_day'),
  },
  (table) => [
    primaryKey({ columns: [table.keyId, table.chain, table.symbol] }),
    ...positive(table.maxPayout, table.maxDay),
  ],
);

/** What counts against a key's day: a payout that it made or opened, or an order that it let pay. Older than a day, it goes. */
export const keySpends = pgTable(
  'key_spends',
  {
    number: bigint('number', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    keyId: id('key_id')
      .notNull()
      .references(() => apiKeys.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    amount: units('amount').notNull(),
    payoutId: id('payout_id').references(() => payouts.id),
    orderId: id('order_id').references(() => orders.id),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...positive(table.amount),
    check('key_spends_of_one', sql`num_nonnulls(payout_id, order_id) = 1`),
    index('key_spends_by_time').on(table.keyId, table.chain, table.symbol, table.createdAt),
  ],
);

import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, positive } from '@/db/checks';
import { address, hash, id, time } from '@/db/columns';
import { apiKeys, merchants } from './merchants';
import { payouts } from './payouts';

/** Requests that were signed with Hawk and may not come again, until their time is too old to be taken anyway. */
export const hawkNonces = pgTable(
  'hawk_nonces',
  {
    keyId: id('key_id')
      .notNull()
      .references(() => apiKeys.id),
    /** Unix seconds, as the caller signed them. */
    seconds: integer('seconds').notNull(),
    /** sha256 of the nonce: callers choose how long theirs is. */
    nonceHash: hash('nonce_hash').notNull(),
  },
  (table) => [
    ...lowerCase(table.nonceHash),
    ...positive(table.seconds),
    primaryKey({ columns: [table.keyId, table.seconds, table.nonceHash] }),
    index('hawk_nonces_by_age').on(table.seconds),
  ],
);

/** A payout that was asked for in Coindirect's words. */
export const coindirectPayouts = pgTable(
  'coindirect_payouts',
  {
    /** Random, since its holder may say where a payout without an address goes; nothing else of ours shows it. */
    uuid: text('uuid').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    /** Hash of its first claim link, whose token is worked out of the uuid. */
    linkHash: text('link_hash').notNull(),
    /** Where its recipient wants it to go, as the hosted page was told; final from `acceptedAt` on. */
    address: address('address'),
    acceptedAt: time('accepted_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...lowerCase(table.uuid, table.address),
    check('coindirect_payouts_accepted', sql`accepted_at is null or address is not null`),
    uniqueIndex('coindirect_payouts_of_payout').on(table.payoutId),
    index('coindirect_payouts_of_merchant').on(table.merchantId, table.payoutId),
  ],
);

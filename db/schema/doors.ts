import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { words } from '@/db/checks';
import { id } from '@/db/columns';
import { doors } from '@/db/vocabulary/webhooks';
import { apiKeys, merchants } from './merchants';
import { payouts } from './payouts';

/**
 * What a merchant's program shows at another system's door. Each stands on an API key that nobody has: what it may do, who made it,
 * when it was used and whether it is revoked is that key's.
 */
export const doorKeys = pgTable(
  'door_keys',
  {
    keyId: id('key_id')
      .primaryKey()
      .references(() => apiKeys.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    door: text('door', { enum: doors }).notNull(),
    /** What it is called on the wire; no secret. */
    publicId: text('public_id').notNull(),
    /** Sealed with the key's id as purpose: these systems sign with it, so a hash would not do. */
    secret: text('secret').notNull(),
    /** How this door stands for this merchant, as `lib/doors/keys/schema.ts` reads it. */
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    ...words(table.door),
    uniqueIndex('door_keys_by_public_id').on(table.door, table.publicId),
    index('door_keys_of_merchant').on(table.merchantId),
    check('door_keys_settings', sql`jsonb_typeof(settings) = 'object'`),
  ],
);

/** What a program asked for in Dex3's words, as it is told again: numbers of money as text. */
export type SaidInDex3 = {
  order_id: string;
  productName: string;
  /** US cents. */
  amount: string;
  receiver_type: 'address' | 'email';
  receiver_value: string;
  /** Seconds; 0 for none. */
  expiration: number;
  notes: string | null;
};

/** A payout that was asked for at Dex3's door, by which key, and where its success is told. */
export const dex3Payouts = pgTable(
  'dex3_payouts',
  {
    payoutId: id('payout_id')
      .primaryKey()
      .references(() => payouts.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    keyId: id('key_id')
      .notNull()
      .references(() => doorKeys.keyId),
    /** Hash of the signature, which counts once: fields that can be cut in two ways sign more than one request. */
    signatureHash: text('signature_hash').notNull(),
    /** Null where nobody is to be told. */
    webhook: text('webhook'),
    said: jsonb('said').$type<SaidInDex3>().notNull(),
  },
  (table) => [
    index('dex3_payouts_of_merchant').on(table.merchantId),
    uniqueIndex('dex3_payouts_by_signature').on(table.keyId, table.signatureHash),
    check('dex3_payouts_said', sql`jsonb_typeof(said) = 'object'`),
  ],
);

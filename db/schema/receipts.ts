import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, time } from '@/db/columns';
import { merchants } from './merchants';
import { payouts } from './payouts';
import { transfers } from './transfers';

/** What a JWK says of a public Ed25519 key (RFC 8037). */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string };

/** Keys that the portal signs receipts with: one at a time. The public halves stay for ever. */
export const portalKeys = pgTable(
  'portal_keys',
  {
    /** The key's thumbprint (RFC 7638). */
    kid: text('kid').primaryKey(),
    publicJwk: jsonb('public_jwk').$type<PublicJwk>().notNull(),
    /** Gone once the key is retired: what signs nothing more is not kept. */
    sealedPrivate: text('sealed_private'),
    createdAt: time('created_at').notNull(),
    retiredAt: time('retired_at'),
  },
  () => [
    check('portal_keys_private_until_retired', sql`(sealed_private is null) = (retired_at is not null)`),
    uniqueIndex('portal_keys_one_in_use').on(sql`(retired_at is null)`).where(sql`retired_at is null`),
  ],
);

/** What was signed about a completed payout, as it was handed out; 0001_guards.sql lets only `voided_at` change. */
export const receipts = pgTable(
  'receipts',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    transferId: id('transfer_id')
      .notNull()
      .references(() => transfers.id),
    kid: text('kid')
      .notNull()
      .references(() => portalKeys.kid),
    jws: text('jws').notNull(),
    issuedAt: time('issued_at').notNull(),
    /** When the payment that it is about was taken back. */
    voidedAt: time('voided_at'),
  },
  (table) => [
    /** A payout has one receipt that counts. */
    uniqueIndex('receipts_one_valid').on(table.payoutId).where(sql`voided_at is null`),
    index('receipts_of_payout').on(table.merchantId, table.payoutId, table.id),
  ],
);

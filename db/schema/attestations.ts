import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import { attestationMethods } from '@/db/vocabulary/proofs';
import { apiKeys, merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';

/** A link on which a person shows, by signing, that a wallet is theirs; it is about no payout. */
export const walletVerifications = pgTable(
  'wallet_verifications',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Only a hash: a reader of this table cannot open the link. */
    tokenHash: text('token_hash').notNull(),
    /** The one wallet that will do; null: any. */
    address: address('address'),
    reference: text('reference').notNull(),
    returnUrl: text('return_url'),
    /** The API key that made it; null for a member. */
    createdByKey: id('created_by_key').references(() => apiKeys.id),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    verifiedAt: time('verified_at'),
  },
  (table) => [
    ...lowerCase(table.address),
    uniqueIndex('wallet_verifications_token_once').on(table.tokenHash),
    index('wallet_verifications_by_reference').on(table.merchantId, table.reference, table.id),
    index('wallet_verifications_newest').on(table.merchantId, table.id),
  ],
);

/** What a wallet signed, with all that it takes to check it again without us. Never changed once written. */
export const attestations = pgTable(
  'attestations',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id').references(() => payouts.id),
    verificationId: id('verification_id').references(() => walletVerifications.id),
    address: address('address').notNull(),
    /** As it was signed, to the letter. */
    message: text('message').notNull(),
    signature: text('signature').notNull(),
    method: text('method', { enum: attestationMethods }).notNull(),
    chain: ofChain().notNull(),
    /** The chain’s head when it was checked: what a contract says of a signature may change later. */
    blockNumber: units('block_number').notNull(),
    blockHash: hash('block_hash').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.method),
    ...lowerCase(table.address, table.signature, table.blockHash),
    ...notNegative(table.blockNumber),
    check('attestations_subject', sql`(payout_id is null) <> (verification_id is null)`),
    uniqueIndex('attestations_of_payout_once').on(table.payoutId),
    uniqueIndex('attestations_of_verification_once').on(table.verificationId),
    index('attestations_newest').on(table.merchantId, table.id),
  ],
);

import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, words } from '@/db/checks';
import { address, id, time } from '@/db/columns';
import { proofKinds } from '@/db/vocabulary/proofs';
import { merchants } from './merchants';
import { payouts } from './payouts';

/** Codes that went to a recipient's mailbox because a browser with the claim link asked. */
export const claimCodes = pgTable(
  'claim_codes',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    email: text('email').notNull(),
    /** Hash of the asking browser's cookie: the code opens nothing anywhere else. */
    browser: text('browser').notNull(),
    /** Where it was asked for from; null where the portal cannot tell networks apart. */
    network: text('network'),
    /** Whether it was asked for from a link that only a mail to this address carries. */
    fromMail: boolean('from_mail').notNull(),
    /** HMAC of the code under a key of ours, with payout and browser. */
    hash: text('hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    /** Used, or followed by a newer one of this browser. */
    endedAt: time('ended_at'),
  },
  (table) => [
    ...notNegative(table.tries),
    index('claim_codes_of_payout').on(table.payoutId, table.createdAt),
    index('claim_codes_by_end').on(table.expiresAt),
  ],
);

/** That the person at a browser is whom a payout is for. Only hashes: a reader of this table can use none. */
export const claimProofs = pgTable(
  'claim_proofs',
  {
    tokenHash: text('token_hash').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    kind: text('kind', { enum: proofKinds }).notNull(),
    browser: text('browser').notNull(),
    /** What was proved: the mailbox, or the wallet. */
    email: text('email'),
    address: address('address'),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [
    ...words(table.kind),
    ...lowerCase(table.address),
    index('claim_proofs_of_payout').on(table.payoutId),
    index('claim_proofs_by_end').on(table.expiresAt),
  ],
);

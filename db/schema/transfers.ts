import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, reasons, words } from '@/db/checks';
import { address, hash, id, time } from '@/db/columns';
import { liveTransferStatuses, railIds, transferStatuses } from '@/db/vocabulary/payouts';
import { type Facts, failureCodes } from '@/db/vocabulary/reasons';
import { paymentSignings } from './by-hand';
import { merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';

/** One attempt to move the money of a payout on its rail. */
export const transfers = pgTable(
  'transfers',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    rail: text('rail', { enum: railIds }).notNull(),
    chain: ofChain().notNull(),
    status: text('status', { enum: transferStatuses }).notNull(),
    /** Null for a payment by hand of which nobody has told us a hash yet. */
    hash: hash('hash'),
    /** Of a payment by hand: what it was signed with, and the block after which it may appear. */
    signingId: id('signing_id').references(() => paymentSignings.id),
    preparedBlock: bigint('prepared_block', { mode: 'bigint' }),
    /** The head when a person said that nothing was signed; believed once final. Stays on what was given up for it. */
    deniedAtBlock: bigint('denied_at_block', { mode: 'bigint' }),
    /** Of a payment by hand: when it was handed to the wallet. Null: it never was, so nothing can have been signed. */
    askedAt: time('asked_at'),
    /** Who sent it and under which nonce: how a sped-up or replaced transfer is followed. */
    sender: address('sender'),
    nonce: bigint('nonce', { mode: 'number' }),
    /** Of a Safe's proposal (safeTxHash), and the Safe's own number that it uses up; null while that is not known. */
    proposal: hash('proposal'),
    proposalNumber: bigint('proposal_number', { mode: 'bigint' }),
    recipient: address('recipient'),
    blockNumber: bigint('block_number', { mode: 'bigint' }),
    blockHash: hash('block_hash'),
    /** Of the contract's PayoutClaimed log, by hand of the token's Transfer log; with chain and hash it names the one thing that settles this payout. */
    logIndex: integer('log_index'),
    /** When a node first showed it to us; null while only a page said so. */
    seenAt: time('seen_at'),
    /** Why it failed, ended or is in doubt; put into words where it is shown. */
    failureCode: text('failure_code', { enum: failureCodes }),
    failureFacts: jsonb('failure_facts').$type<Facts>().notNull().default({}),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.rail, table.status),
    ...reasons(table.failureCode, table.failureFacts),
    ...lowerCase(table.hash, table.sender, table.proposal, table.recipient, table.blockHash),
    ...notNegative(table.nonce, table.blockNumber, table.logIndex),
    uniqueIndex('transfers_one_live')
      .on(table.payoutId)
      .where(sql.raw(`status in (${liveTransferStatuses.map((word) => `'${word}'`).join(', ')})`)),
    uniqueIndex('transfers_settle_once').on(table.chain, table.hash, table.logIndex).where(sql`status = 'confirmed'`),
    /** A payout is settled by one transfer at most. */
    uniqueIndex('transfers_paid_once').on(table.payoutId).where(sql`status = 'confirmed'`),
    /** One Transfer log pays one payout that has no claim id, also while it is not final yet. */
    uniqueIndex('transfers_log_once')
      .on(table.chain, table.hash, table.logIndex)
      .where(sql`rail <> 'contract' and status in ('confirming', 'confirmed')`),
    /** Whose Transfer logs are of interest. */
    index('transfers_by_hand')
      .on(table.chain, table.sender)
      .where(sql`rail = 'wallet' and status in ('prepared', 'submitted', 'dropped')`),
    index('transfers_of_signing').on(table.signingId),
    index('transfers_of_payout').on(table.payoutId, table.id),
    index('transfers_by_hash').on(table.chain, table.hash),
    /** What the watcher follows. */
    index('transfers_live').on(table.chain, table.status).where(sql`status in ('submitted', 'confirming')`),
    /** What a reorg takes back. */
    index('transfers_by_block').on(table.chain, table.blockNumber),
    /** What the desk looks for. */
    index('transfers_to').on(table.merchantId, table.recipient, table.payoutId).where(sql`recipient is not null`),
    index('transfers_unknown').on(table.merchantId, table.payoutId).where(sql`status = 'unknown'`),
  ],
);

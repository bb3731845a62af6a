import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { address, hash, id, time, units } from '@/db/columns';
import type {
  ChainKey,
  FeePayer,
  Obstacle,
  PayoutStatus,
  RailId,
  RecipientType,
  TransferStatus,
} from '@/db/vocabulary';
import { liveTransferStatuses, obstacles } from '@/db/vocabulary';
import { paymentBatches } from './by-hand';
import { merchants, vaults } from './merchants';

export const payouts = pgTable(
  'payouts',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** With `claimId` and `feeCollector` set exactly for the rail `contract`: nothing else pays out of a vault. */
    vaultId: id('vault_id').references(() => vaults.id),
    status: text('status').$type<PayoutStatus>().notNull(),
    /** Grows by one with every change that a merchant can see. */
    version: integer('version').notNull().default(1),
    rail: text('rail').$type<RailId>().notNull(),
    chain: text('chain').$type<ChainKey>().notNull(),
    symbol: text('symbol').notNull(),
    token: address('token').notNull(),
    decimals: integer('decimals').notNull(),
    /** What it costs the merchant: net + fee. */
    gross: units('gross').notNull(),
    fee: units('fee').notNull(),
    /** What the recipient gets. */
    net: units('net').notNull(),
    feePayer: text('fee_payer').$type<FeePayer>().notNull(),
    feeCollector: address('fee_collector'),
    recipientType: text('recipient_type').$type<RecipientType>().notNull(),
    /** Set for `wallet` recipients; for others, where the money finally went is on the transfer. */
    recipientAddress: address('recipient_address'),
    recipientEmail: text('recipient_email'),
    reference: text('reference').notNull(),
    description: text('description'),
    returnUrl: text('return_url'),
    cancelUrl: text('cancel_url'),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull().default({}),
    /** The nullifier in the contract: a payout is paid once because this id is. */
    claimId: units('claim_id'),
    /** The member who made it, and who therefore may not approve it; null for an API key. */
    createdBy: id('created_by'),
    /** The API key that made it, whose maker may not approve it either; null for a member. */
    createdByKey: id('created_by_key'),
    /** How many people must approve exactly this; decided once, when it is made. */
    approvalsNeeded: integer('approvals_needed').notNull().default(0),
    /** sha256 of the Idempotency-Key that made it, so that a retry after a crash finds its own work. */
    requestKey: text('request_key'),
    failureReason: text('failure_reason'),
    expiresAt: time('expires_at').notNull(),
    /** Latest deadline of any signed payout handed out: until the chain is past it, money may still move. */
    signedUntil: time('signed_until'),
    cancelRequestedAt: time('cancel_requested_at'),
    /** What keeps it from being paid, while it is open; and what its merchant was told about already, so that it is told once. */
    obstacle: text('obstacle').$type<Obstacle>(),
    obstacleSince: time('obstacle_since'),
    obstaclesTold: text('obstacles_told').array().$type<Obstacle[]>().notNull().default([]),
    completedAt: time('completed_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    check(
      'payouts_vault_of_contract',
      sql`rail <> 'contract' or (vault_id is not null and claim_id is not null and fee_collector is not null)`,
    ),
    check('payouts_obstacle_since', sql`(obstacle is null) = (obstacle_since is null)`),
    check('payouts_obstacle_word', sql.raw(`obstacle in (${obstacles.map((word) => `'${word}'`).join(', ')})`)),
    /** By bytes, so that it also finds references by how they begin. */
    uniqueIndex('payouts_reference_once').on(table.merchantId, table.reference.op('text_pattern_ops')),
    uniqueIndex('payouts_claim_id_once').on(table.vaultId, table.claimId),
    /** The merchant's list, newest first, with and without a status. */
    index('payouts_newest').on(table.merchantId, table.id),
    index('payouts_newest_by_status').on(table.merchantId, table.status, table.id),
    /** Finds what has run out or waits for its cancellation. */
    index('payouts_open_by_expiry')
      .on(table.expiresAt)
      .where(sql`status in ('pending', 'failed', 'awaiting_approval')`),
    index('payouts_to_cancel')
      .on(table.cancelRequestedAt)
      .where(sql`cancel_requested_at is not null and status = 'pending'`),
    /** What a look at a vault may change: those that it holds up, and those beyond what it can pay. */
    index('payouts_held_up')
      .on(table.vaultId, table.symbol, table.id)
      .where(sql`obstacle is not null and status = 'pending'`),
    index('payouts_claimable')
      .on(table.vaultId, table.symbol, table.gross)
      .where(sql`rail = 'contract' and status = 'pending'`),
    /** What the desk looks for: whom it is for, what waits for somebody, what was paid when. */
    index('payouts_to_wallet')
      .on(table.merchantId, table.recipientAddress, table.id)
      .where(sql`recipient_address is not null`),
    index('payouts_to_email')
      .on(table.merchantId, sql`lower(recipient_email)`, table.id)
      .where(sql`recipient_email is not null`),
    index('payouts_short').on(table.merchantId, table.id).where(sql`obstacle is not null and status = 'pending'`),
    index('payouts_to_pay').on(table.merchantId, table.id).where(sql`rail = 'wallet' and status = 'pending'`),
    /** With what a sum over a month of them needs, so that the rows themselves are not read. */
    index('payouts_completed')
      .on(table.merchantId, table.completedAt, table.rail, table.chain, table.symbol, table.gross)
      .where(sql`completed_at is not null`),
  ],
);

/** Only hashes: whoever reads this table cannot open a link. */
export const claimLinks = pgTable(
  'claim_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Until when what the link before this one handed out may be paid; null when nothing was out. */
    earlierUntil: time('earlier_until'),
    createdAt: time('created_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    index('claim_links_of_payout').on(table.payoutId),
    uniqueIndex('claim_links_one_live').on(table.payoutId).where(sql`revoked_at is null`),
  ],
);

/** Claim ids that a vault burnt in the contract: one row per log. New payouts step over the words in here. */
export const burntClaimIds = pgTable(
  'burnt_claim_ids',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    vaultId: id('vault_id')
      .notNull()
      .references(() => vaults.id),
    /** The upper bits of the ids; `mask` has a bit for each of the 256 ids of this word. */
    word: units('word').notNull(),
    mask: units('mask').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.vaultId, table.word, table.mask] })],
);

/** A signed payout that was handed out; the signature itself is never kept. */
export const vouchers = pgTable(
  'vouchers',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    recipient: address('recipient').notNull(),
    deadline: time('deadline').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [index('vouchers_of_payout').on(table.payoutId, table.deadline)],
);

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
    rail: text('rail').$type<RailId>().notNull(),
    chain: text('chain').$type<ChainKey>().notNull(),
    status: text('status').$type<TransferStatus>().notNull(),
    /** Null for a payment by hand of which nobody has told us a hash yet. */
    hash: hash('hash'),
    /** Of a payment by hand: what it was signed with, and the block after which it may appear. */
    batchId: id('batch_id').references(() => paymentBatches.id),
    preparedBlock: bigint('prepared_block', { mode: 'bigint' }),
    /** The head when a person said that nothing was signed; believed once final. Stays on what was given up for it. */
    unsignedBlock: bigint('unsigned_block', { mode: 'bigint' }),
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
    failureReason: text('failure_reason'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('transfers_one_live')
      .on(table.payoutId)
      .where(sql.raw(`status in (${liveTransferStatuses.map((word) => `'${word}'`).join(', ')})`)),
    uniqueIndex('transfers_settle_once').on(table.chain, table.hash, table.logIndex).where(sql`status = 'confirmed'`),
    /** A payout is settled by one transfer at most. */
    uniqueIndex('transfers_paid_once').on(table.payoutId).where(sql`status = 'confirmed'`),
    /** One Transfer log pays one payout by hand, also while it is not final yet. */
    uniqueIndex('transfers_log_once')
      .on(table.chain, table.hash, table.logIndex)
      .where(sql`rail = 'wallet' and status in ('confirming', 'confirmed')`),
    /** Whose Transfer logs are of interest. */
    index('transfers_by_hand')
      .on(table.chain, table.sender)
      .where(sql`rail = 'wallet' and status in ('prepared', 'submitted', 'dropped')`),
    index('transfers_of_batch').on(table.batchId),
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

import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, reasons, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import { clearingAccounts, closeStatuses, reconciliationStatuses } from '@/db/vocabulary/books';
import { differenceKinds, differenceStatuses, differenceTopics, resolutionWays } from '@/db/vocabulary/differences';
import { actorKinds } from '@/db/vocabulary/people';
import { differenceReasons, type Facts } from '@/db/vocabulary/reasons';
import { postings } from './ledger';
import { merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';
import { users } from './people';
import { transfers } from './transfers';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);
const number = (name: string) => bigint(name, { mode: 'bigint' });

/** What one reconciliation has looked at and done so far. */
export type ReconciliationCounts = {
  /** Movements of known wallets, and claims, that the chain shows. */
  moves: number;
  claims: number;
  /** Settlements and vault movements of the books that were held against the chain. */
  settlements: number;
  bookings: number;
  /** Payments whose hash nobody reported that booked themselves, and what else was put right. */
  matched: number;
  repaired: number;
};

/** One reading of one chain for one merchant. Its row is its progress: the worker that takes its lease goes on at `next_block`. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    chain: ofChain().notNull(),
    /** The day (UTC) that it closes, as 2026-01-31. */
    day: text('day').notNull(),
    status: text('status', { enum: reconciliationStatuses }).notNull(),
    /** Why it could not be finished. */
    reason: text('reason'),
    /** Final blocks, both inclusive; null until it began. Empty when `from` is above `to`. */
    fromBlock: number('from_block'),
    toBlock: number('to_block'),
    nextBlock: number('next_block'),
    counts: jsonb('counts').$type<ReconciliationCounts>().notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorId: text('actor_id'),
    leaseOwner: text('lease_owner'),
    leaseUntil: time('lease_until'),
    createdAt: time('created_at').notNull(),
    startedAt: time('started_at'),
    finishedAt: time('finished_at'),
  },
  (table) => [
    ...words(table.status, table.actorKind),
    /** A request for a second one joins the first. */
    uniqueIndex('reconciliations_one_active')
      .on(table.merchantId, table.chain)
      .where(sql`status in ('waiting', 'running')`),
    index('reconciliations_active').on(table.createdAt).where(sql`status in ('waiting', 'running')`),
    index('reconciliations_newest').on(table.merchantId, table.id),
  ],
);

/** Something that the chain and the books do not say alike, until it is resolved. */
export const differences = pgTable(
  'differences',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    /** Names what differs, so that finding it again adds nothing. */
    key: text('key').notNull(),
    topic: text('topic', { enum: differenceTopics }).notNull(),
    kind: text('kind', { enum: differenceKinds }).notNull(),
    status: text('status', { enum: differenceStatuses }).notNull(),
    chain: ofChain().notNull(),
    symbol: text('symbol'),
    /** What is at stake, in base units; of a balance: chain less books. */
    amount: units('amount'),
    hash: hash('hash'),
    logIndex: integer('log_index'),
    blockNumber: number('block_number'),
    blockHash: hash('block_hash'),
    blockTime: time('block_time'),
    fromAddress: address('from_address'),
    toAddress: address('to_address'),
    /** The posting that holds it in suspense or that the chain does not bear out. */
    postingId: id('posting_id').references(() => postings.id),
    transferId: id('transfer_id').references(() => transfers.id),
    payoutId: id('payout_id').references(() => payouts.id),
    /** Payouts that it could have paid, for a person to choose from. */
    candidates: text('candidates').array().notNull().default([]),
    /** What it is; put into words where it is shown. */
    reasonCode: text('reason_code', { enum: differenceReasons }).notNull(),
    reasonFacts: jsonb('reason_facts').$type<Facts>().notNull(),
    /** The member who looks after it. */
    ownerId: id('owner_id').references(() => users.id),
    note: text('note'),
    resolvedBy: text('resolved_by', { enum: resolutionWays }),
    resolvedAccount: text('resolved_account', { enum: clearingAccounts }),
    /** The member who resolved it; null when it resolved itself. */
    resolvedById: id('resolved_by_id').references(() => users.id),
    resolvedAt: time('resolved_at'),
    foundAt: time('found_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.topic, table.kind, table.status, table.resolvedBy, table.resolvedAccount),
    ...reasons(table.reasonCode, table.reasonFacts),
    ...lowerCase(table.hash, table.blockHash, table.fromAddress, table.toAddress),
    check('differences_amount', sql`amount >= 0 or kind = 'balance_mismatch'`),
    uniqueIndex('differences_once').on(table.merchantId, table.key),
    index('differences_newest').on(table.merchantId, table.id),
    index('differences_unresolved').on(table.merchantId, table.chain, table.id).where(sql`status <> 'resolved'`),
  ],
);

/** One asset at a close, in decimal text. `balance` and `booked` are of the vault at the final block, null without one. */
export type AssetTotals = {
  symbol: string;
  decimals: number;
  balance: string | null;
  booked: string | null;
  difference: string | null;
  available: string;
  committed: string;
  /** Mined, and not final yet: neither the balance nor the books have it. */
  inFlight: string;
  owed: string;
  suspense: string;
  /** Settled and moved by what the range of blocks shows. */
  paid: string;
  fees: string;
  deposits: string;
  outflows: string;
};

export type CloseTotals = { assets: AssetTotals[]; counts: ReconciliationCounts; balanceBlock: string | null };

/** The result of one day on one chain. Never changed: closing a day again makes its next version. */
export const closes = pgTable(
  'closes',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    chain: ofChain().notNull(),
    day: text('day').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: closeStatuses }).notNull(),
    reason: text('reason'),
    /** Whether all of the day was final by then; while it is not, the day is closed again. */
    complete: boolean('complete').notNull(),
    /** Set when the blocks were read, with or without findings; the next close begins above `to_block`. */
    fromBlock: number('from_block'),
    toBlock: number('to_block'),
    /** When the reading began: settlements booked up to here were held against the chain. */
    cutAt: time('cut_at').notNull(),
    totals: jsonb('totals').$type<CloseTotals>().notNull(),
    /** Differences that were not resolved when it was made. */
    differenceIds: text('difference_ids').array().notNull(),
    reconciliationId: id('reconciliation_id')
      .notNull()
      .references(() => reconciliations.id),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorId: text('actor_id'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.status, table.actorKind),
    uniqueIndex('closes_versions').on(table.merchantId, table.chain, table.day, table.version),
  ],
);

import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { chainKeys, lowerCase, notNegative, positive, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import { type AccountKind, accountKinds, assetKinds, postingKinds, postingSubjects } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import { merchants } from './merchants';
import { chainOfAsset, ofChain } from './of-chain';
import { payouts } from './payouts';

/**
 * What the books can hold: what is on a chain, and what is on none. An asset's decimals never change, as they say what
 * the amounts in the books mean.
 */
export const assets = pgTable(
  'assets',
  {
    /** `local:USDT`; of what is on no chain its symbol alone. */
    id: text('id').primaryKey(),
    chain: ofChain(),
    symbol: text('symbol').notNull(),
    token: address('token'),
    decimals: integer('decimals').notNull(),
    kind: text('kind', { enum: assetKinds }).notNull(),
  },
  (table) => [
    ...words(table.kind),
    ...lowerCase(table.token),
    check('assets_id', sql`id = coalesce(chain || ':', '') || symbol`),
    check('assets_token', sql`(kind = 'token') = (token is not null) and (token is null or chain is not null)`),
    check('assets_decimals', sql`decimals between 0 and 36`),
  ],
);

/** The asset of a row, made of its chain and symbol, so that no writer can name another one. */
const asset = () => text('asset').notNull().generatedAlwaysAs(sql`coalesce(chain || ':', '') || symbol`);

export const postings = pgTable(
  'postings',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    kind: text('kind', { enum: postingKinds }).notNull(),
    /** Whose money it moves: a payout's, a vault's, or what the merchant holds elsewhere. A reversal has that of what it reverses. */
    subjectKind: text('subject_kind', { enum: postingSubjects }).notNull(),
    subjectId: id('subject_id').notNull(),
    /** Of a reservation the payout's version; else 1, and one more each time that a lost block is found again. */
    round: integer('round').notNull().default(1),
    /** Null for an asset that is on no chain. */
    chain: chainOfAsset(),
    symbol: text('symbol').notNull(),
    /** No foreign key, which would cost each posting one more lookup: the asset of its lines has one. */
    asset: asset(),
    /** The chain's log that it books: all four or none. */
    blockNumber: bigint('block_number', { mode: 'bigint' }),
    blockHash: hash('block_hash'),
    hash: hash('hash'),
    logIndex: integer('log_index'),
    reverses: id('reverses').references((): AnyPgColumn => postings.id),
    payoutId: id('payout_id')
      .generatedAlwaysAs(sql`case when subject_kind = 'payout' then subject_id end`)
      .references(() => payouts.id),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.kind, table.subjectKind),
    ...chainKeys(table.chain),
    ...lowerCase(table.blockHash, table.hash),
    ...notNegative(table.blockNumber, table.logIndex),
    ...positive(table.round),
    check('postings_log', sql`num_nulls(block_number, block_hash, hash, log_index) in (0, 4)`),
    check('postings_log_chain', sql`hash is null or chain is not null`),
    check('postings_reversal', sql`(kind = 'reversal') = (reverses is not null)`),
    /** Each thing is booked once: a log for its holder, what has none by its round, a reversal by what it reverses. */
    uniqueIndex('postings_once_per_log')
      .on(
        table.hash,
        table.logIndex,
        table.blockHash,
        table.chain,
        table.kind,
        table.subjectKind,
        table.subjectId,
        table.round,
      )
      .where(sql`hash is not null`),
    uniqueIndex('postings_once_per_subject')
      .on(table.subjectId, table.kind, table.round, table.asset, table.subjectKind)
      .where(sql`hash is null and reverses is null`),
    uniqueIndex('postings_reversed_once').on(table.reverses).where(sql`reverses is not null`),
    /** One log settles one payout, whichever. */
    uniqueIndex('postings_settled_once')
      .on(table.hash, table.logIndex, table.blockHash, table.chain, table.round)
      .where(sql`kind = 'settle'`),
    index('postings_of_payout').on(table.payoutId),
    index('postings_newest').on(table.merchantId, table.id),
    /** Of kinds that no claim makes: what the desk looks for among millions of others. */
    index('postings_of_kind').on(table.merchantId, table.kind, table.id).where(sql`kind not in ('reserve', 'settle')`),
    /** Movements of vaults and wallets by block. */
    index('postings_moves')
      .on(table.chain, table.blockNumber, table.merchantId)
      .where(sql`kind in ('deposit', 'outflow')`),
    index('postings_settled').on(table.merchantId, table.createdAt).where(sql`kind = 'settle'`),
  ],
);

/** One balanced line: `amount` moves from the credit account to the debit account. Append-only. */
export const entries = pgTable(
  'entries',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    postingId: id('posting_id')
      .notNull()
      .references(() => postings.id),
    /** Null for an asset that is on no chain. */
    chain: chainOfAsset(),
    symbol: text('symbol').notNull(),
    asset: asset().references(() => assets.id),
    credit: text('credit', { enum: accountKinds }).notNull(),
    debit: text('debit', { enum: accountKinds }).notNull(),
    amount: units('amount').notNull(),
    /** The writing database transaction: a roll-up takes only lines older than every transaction still running. */
    writtenIn: bigint('written_in', { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
  },
  (table) => [
    ...words(table.credit, table.debit),
    ...positive(table.amount),
    check('entries_two_sides', sql`credit <> debit`),
    index('entries_of_posting').on(table.postingId),
    index('entries_of_asset').on(table.merchantId, table.asset, table.id),
    index('entries_unrolled').on(table.writtenIn),
    /** Lines of accounts that no claim touches, such as `suspense`: what the desk looks for among millions of others. */
    index('entries_seldom_debit')
      .on(table.merchantId, table.debit, table.postingId)
      .where(sql`debit in ('external', 'own_wallets', 'owed', 'suspense')`),
    index('entries_seldom_credit')
      .on(table.merchantId, table.credit, table.postingId)
      .where(sql`credit in ('external', 'own_wallets', 'owed', 'suspense')`),
  ],
);

/** Sums of all entries written before `rolled_to`; the balance is this plus the few lines after it. */
export const balances = pgTable(
  'balances',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Null for an asset that is on no chain. */
    chain: chainOfAsset(),
    symbol: text('symbol').notNull(),
    asset: asset().references(() => assets.id),
    account: text('account', { enum: accountKinds }).notNull(),
    amount: units('amount').notNull(),
  },
  (table) => [...words(table.account), primaryKey({ columns: [table.merchantId, table.asset, table.account] })],
);

/** One row: every entry whose writing transaction is below this is inside `balances`. */
export const balanceMark = pgTable('balance_mark', {
  key: text('key').primaryKey(),
  rolledTo: bigint('rolled_to', { mode: 'bigint' }).notNull(),
});

/** What a check of a merchant's books found: JSON as `bookFault` of `lib/ledger/schema.ts` has it. */
export type BookFaultRow = {
  kind: 'sum' | 'promise' | 'total';
  chain: ChainKey | null;
  asset: string;
  account: AccountKind | null;
  booked: string;
  expected: string;
};

/** When a merchant's books were last checked, and what was wrong then: nothing, as a rule. */
export const bookChecks = pgTable('book_checks', {
  merchantId: id('merchant_id')
    .primaryKey()
    .references(() => merchants.id),
  checkedAt: time('checked_at').notNull(),
  accounts: integer('accounts').notNull(),
  faults: jsonb('faults').$type<BookFaultRow[]>().notNull(),
});

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
import { positive, words } from '@/db/checks';
import { id, time, units } from '@/db/columns';
import { type AccountKind, accountKinds, type ChainKey, chainKeys, postingKinds } from '@/db/vocabulary';
import { merchants } from './merchants';

export const postings = pgTable(
  'postings',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    kind: text('kind', { enum: postingKinds }).notNull(),
    /** What it books: a payout, a chain log. With the kind it can be booked once. */
    originRef: text('origin_ref').notNull(),
    payoutId: id('payout_id'),
    reverses: id('reverses').references((): AnyPgColumn => postings.id),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.kind),
    uniqueIndex('postings_once').on(table.kind, table.originRef),
    index('postings_of_payout').on(table.payoutId),
    index('postings_newest').on(table.merchantId, table.id),
    /** A vault's movements by block, whose number is the second part of their name. */
    index('postings_moves')
      .on(table.merchantId, sql`(split_part(origin_ref, ':', 2)::numeric)`)
      .where(sql`kind in ('deposit', 'outflow') and origin_ref ~ '^[a-z]+:[0-9]+:'`),
    index('postings_settled').on(table.merchantId, table.createdAt).where(sql`kind = 'settle'`),
    index('postings_reversing').on(table.reverses).where(sql`reverses is not null`),
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
    chain: text('chain', { enum: chainKeys }).notNull(),
    symbol: text('symbol').notNull(),
    credit: text('credit', { enum: accountKinds }).notNull(),
    debit: text('debit', { enum: accountKinds }).notNull(),
    amount: units('amount').notNull(),
    /** The writing database transaction: a roll-up takes only lines older than every transaction still running. */
    writtenIn: bigint('written_in', { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
  },
  (table) => [
    ...words(table.chain, table.credit, table.debit),
    ...positive(table.amount),
    check('entries_two_sides', sql`credit <> debit`),
    index('entries_of_posting').on(table.postingId),
    index('entries_of_asset').on(table.merchantId, table.chain, table.symbol, table.id),
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
    chain: text('chain', { enum: chainKeys }).notNull(),
    symbol: text('symbol').notNull(),
    account: text('account', { enum: accountKinds }).notNull(),
    amount: units('amount').notNull(),
  },
  (table) => [
    ...words(table.chain, table.account),
    primaryKey({ columns: [table.merchantId, table.chain, table.symbol, table.account] }),
  ],
);

/** One row: every entry whose writing transaction is below this is inside `balances`. */
export const balanceMark = pgTable('balance_mark', {
  key: text('key').primaryKey(),
  rolledTo: bigint('rolled_to', { mode: 'bigint' }).notNull(),
});

/** What a check of a merchant's books found: JSON as `bookFault` of `lib/ledger/schema.ts` has it. */
export type BookFaultRow = {
  kind: 'sum' | 'promise' | 'total';
  chain: ChainKey;
  asset: string;
  account: AccountKind | null;
  booked: string;
  expected: string;
};

/** When a merchant's books were last added up anew, and what was wrong then: nothing, as a rule. */
export const bookChecks = pgTable('book_checks', {
  merchantId: id('merchant_id')
    .primaryKey()
    .references(() => merchants.id),
  checkedAt: time('checked_at').notNull(),
  accounts: integer('accounts').notNull(),
  faults: jsonb('faults').$type<BookFaultRow[]>().notNull(),
});

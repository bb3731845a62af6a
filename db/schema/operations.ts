import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { codedReasons, lowerCase, notNegative, words } from '@/db/checks';
import { hash, id, time } from '@/db/columns';
import { actorKinds } from '@/db/vocabulary/people';
import { reasonCodes } from '@/db/vocabulary/reasons';
import { merchants } from './merchants';
import { ofChain } from './of-chain';

/** Who did what; written with the change it tells of. Append-only. */
export const auditLines = pgTable(
  'audit_lines',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    /** The API key's id, the user's, the job's name, or null for a claimant. */
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    /** Network address and browser of a person who acted, as far as they are known. */
    originAddress: text('origin_address'),
    userAgent: text('user_agent'),
    /** The facts that changed, as they were and as they are; never a secret. */
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    createdAt: time('created_at').notNull(),
    /** The writing database transaction: only lines older than every transaction still running are sealed. */
    writtenIn: bigint('written_in', { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
  },
  (table) => [
    ...words(table.actorKind),
    codedReasons(table.detail, reasonCodes, 'because', 'unproven'),
    index('audit_lines_of_subject').on(table.merchantId, table.subjectId, table.id),
    index('audit_lines_newest').on(table.merchantId, table.id),
    /** Of a range of time, however long ago. */
    index('audit_lines_by_time').on(table.merchantId, table.createdAt, table.id),
    index('audit_lines_of_action').on(table.merchantId, table.action, table.id),
    /** Jobs write most lines, and nobody looks for one by its job. */
    index('audit_lines_of_actor').on(table.merchantId, table.actorId, table.id).where(sql`actor_kind <> 'system'`),
    index('audit_lines_in_order').on(table.writtenIn, table.id),
  ],
);

/** A merchant's audit lines as a chain: each hash covers its line and the hash before it. Append-only. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    lineId: bigint('line_id', { mode: 'bigint' })
      .primaryKey()
      .references(() => auditLines.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** 1, 2, 3 … without a gap. */
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    sealedAt: time('sealed_at').notNull(),
  },
  (table) => [uniqueIndex('audit_seals_in_sequence').on(table.merchantId, table.sequence)],
);

/** The newest seal of each merchant's chain. */
export const auditHeads = pgTable('audit_heads', {
  merchantId: id('merchant_id')
    .primaryKey()
    .references(() => merchants.id),
  sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
  hash: text('hash').notNull(),
});

/** One row: lines up to here, ordered by writing transaction and id, are sealed. */
export const auditMark = pgTable('audit_mark', {
  key: text('key').primaryKey(),
  writtenIn: bigint('written_in', { mode: 'bigint' }).notNull(),
  lineId: bigint('line_id', { mode: 'bigint' }).notNull(),
});

/** The first answer to an Idempotency-Key, sealed with the key itself, which is not kept. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    keyHash: text('key_hash').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status'),
    answer: text('answer'),
    lockedUntil: time('locked_until').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.keyHash] }),
    index('idempotency_keys_by_age').on(table.createdAt),
  ],
);

/** Counts of requests in the current minute. Unlogged: losing it in a crash costs nothing. */
export const rateCounts = pgTable('rate_counts', {
  key: text('key').primaryKey(),
  windowStart: time('window_start').notNull(),
  count: integer('count').notNull(),
});

/** Who does a piece of work that only one process may do, and until when. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  until: time('until').notNull(),
});

/** How far a chain was read: everything up to `number` was seen, everything up to `final_number` cannot change. */
export const chainCursors = pgTable(
  'chain_cursors',
  {
    chain: ofChain().primaryKey(),
    number: bigint('number', { mode: 'bigint' }).notNull(),
    finalNumber: bigint('final_number', { mode: 'bigint' }).notNull(),
    /** Time of the final block: a signed payout whose deadline is before it can no longer be paid. */
    finalTime: time('final_time').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [...notNegative(table.number, table.finalNumber)],
);

/** Why a chain could not be read when that was last tried and failed. It is over once the cursor has moved since. */
export const chainTroubles = pgTable('chain_troubles', {
  chain: ofChain().primaryKey(),
  reason: text('reason').notNull(),
  at: time('at').notNull(),
});

/** Hashes of the blocks that may still be reorganised away. */
export const chainBlocks = pgTable(
  'chain_blocks',
  {
    chain: ofChain().notNull(),
    number: bigint('number', { mode: 'bigint' }).notNull(),
    hash: hash('hash').notNull(),
    time: time('time').notNull(),
  },
  (table) => [
    ...lowerCase(table.hash),
    ...notNegative(table.number),
    primaryKey({ columns: [table.chain, table.number] }),
  ],
);

import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { hash, id, time } from '@/db/columns';
import type { ActorKind, ChainKey } from '@/db/vocabulary';
import { merchants } from './merchants';

/** Who did what; written with the change it tells of. Append-only. */
export const auditLines = pgTable(
  'audit_lines',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    /** The API key's id, the job's name, or null for a claimant. */
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: time('created_at').notNull(),
  },
  (table) => [index('audit_lines_of_subject').on(table.merchantId, table.subjectId, table.id)],
);

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
export const chainCursors = pgTable('chain_cursors', {
  chain: text('chain').$type<ChainKey>().primaryKey(),
  number: bigint('number', { mode: 'bigint' }).notNull(),
  finalNumber: bigint('final_number', { mode: 'bigint' }).notNull(),
  /** Time of the final block: a signed payout whose deadline is before it can no longer be paid. */
  finalTime: time('final_time').notNull(),
  updatedAt: time('updated_at').notNull(),
});

/** Hashes of the blocks that may still be reorganised away. */
export const chainBlocks = pgTable(
  'chain_blocks',
  {
    chain: text('chain').$type<ChainKey>().notNull(),
    number: bigint('number', { mode: 'bigint' }).notNull(),
    hash: hash('hash').notNull(),
    time: time('time').notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.number] })],
);

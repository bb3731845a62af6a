import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { notNegative, words } from '@/db/checks';
import { time } from '@/db/columns';
import { disputeKinds } from '@/db/vocabulary/chains';
import { ofChain } from './of-chain';

/** What a worker found of each node when it last looked. `mark` stands for its address, which may hold a key. */
export const chainNodes = pgTable(
  'chain_nodes',
  {
    chain: ofChain().notNull(),
    mark: text('mark').notNull(),
    host: text('host').notNull(),
    /** Its place in the setting, from 1. */
    place: integer('place').notNull(),
    lookedAt: time('looked_at').notNull(),
    /** Of its newest block; null where it did not answer as a node of this chain. */
    headNumber: bigint('head_number', { mode: 'bigint' }),
    headTime: time('head_time'),
    finalNumber: bigint('final_number', { mode: 'bigint' }),
    /** Blocks of logs that it grants at once. */
    logBlocks: bigint('log_blocks', { mode: 'bigint' }),
    /** What it lacks now, in sentences for the operator. */
    lacks: text('lacks').array().notNull(),
    lastFault: text('last_fault'),
    lastFaultAt: time('last_fault_at'),
  },
  (table) => [
    ...notNegative(table.headNumber, table.finalNumber, table.logBlocks),
    primaryKey({ columns: [table.chain, table.mark] }),
  ],
);

/** What two nodes of a chain say differently. While one is open, nothing is completed on that chain; of `moves`, nothing is booked. */
export const nodeDisputes = pgTable(
  'node_disputes',
  {
    chain: ofChain().notNull(),
    kind: text('kind', { enum: disputeKinds }).notNull(),
    /** The number of the block (of `moves`: the first one), or the hash whose receipt it is about. */
    subject: text('subject').notNull(),
    marks: text('marks').array().notNull(),
    hosts: text('hosts').array().notNull(),
    since: time('since').notNull(),
    toldAt: time('told_at'),
    endedAt: time('ended_at'),
  },
  (table) => [...words(table.kind), primaryKey({ columns: [table.chain, table.kind, table.subject] })],
);

import { sql } from 'drizzle-orm';
import { bigint, boolean, check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { chainKeys, positive, words } from '@/db/checks';
import { time } from '@/db/columns';
import { type ChainKey, chainStatuses, finalityTags } from '@/db/vocabulary/chains';
import { operatorActorKinds } from '@/db/vocabulary/operators';

/** Every network that there is here: those of this version, which migrating writes, and those that operators added. */
export const chains = pgTable(
  'chains',
  {
    key: text('key').$type<ChainKey>().primaryKey(),
    /** As `eth_chainId` says it. */
    chainId: bigint('chain_id', { mode: 'number' }).notNull(),
    /** Its facts are those of this version, which migrating copies here. */
    shipped: boolean('shipped').notNull(),
    name: text('name').notNull(),
    /** What network fees are paid in, always in 18 decimals. */
    currencyName: text('currency_name').notNull(),
    currencySymbol: text('currency_symbol').notNull(),
    explorerUrl: text('explorer_url'),
    /** Null where a depth below the head says what is final. */
    finalityTag: text('finality_tag', { enum: finalityTags }),
    /** The depth; beside a tag, the usual one. */
    finalityDepth: integer('finality_depth').notNull(),
    /** Counts where a node does not know the tag; null where such a node is refused. */
    depthWithoutTag: integer('depth_without_tag'),
    /** Milliseconds between two blocks. */
    blockMs: integer('block_ms').notNull(),
    relayMaxGwei: integer('relay_max_gwei').notNull(),
    test: boolean('test').notNull(),
    /** Addresses of its nodes, sealed, since they may hold keys. Null for those that settings alone name. */
    nodes: text('nodes'),
    /** A node that anybody may ask, for wallets that do not know the network. */
    publicNode: text('public_node'),
    status: text('status', { enum: chainStatuses }).notNull(),
    /** Who added it, and the person who agreed; null for what is shipped. */
    proposerKind: text('proposer_kind', { enum: operatorActorKinds }),
    proposerId: text('proposer_id'),
    agreedBy: text('agreed_by'),
    createdAt: time('created_at').notNull().defaultNow(),
    listedAt: time('listed_at'),
  },
  (table) => [
    ...chainKeys(table.key),
    ...words(table.finalityTag, table.status, table.proposerKind),
    ...positive(table.chainId, table.finalityDepth, table.depthWithoutTag, table.blockMs, table.relayMaxGwei),
    check('chains_proposer', sql`num_nulls(proposer_kind, proposer_id) in (0, 2)`),
    check('chains_origin', sql`shipped or proposer_id is not null`),
    check('chains_listed', sql`(status = 'listed') = (listed_at is not null)`),
    check('chains_without_tag', sql`depth_without_tag is null or finality_tag is not null`),
    uniqueIndex('chains_id_once').on(table.chainId),
  ],
);

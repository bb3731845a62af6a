import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, words, wordsIn } from '@/db/checks';
import { address, hash, id, time } from '@/db/columns';
import { addedTokenStatuses, tokenFindings } from '@/db/vocabulary/chains';
import { operatorActorKinds } from '@/db/vocabulary/operators';
import { vaults } from './merchants';
import { ofChain } from './of-chain';

/** A token that operators added by its address. Once it is listed, `assets` has it for ever. */
export const addedTokens = pgTable(
  'added_tokens',
  {
    chain: ofChain().notNull(),
    token: address('token').notNull(),
    symbol: text('symbol').notNull(),
    name: text('name').notNull(),
    decimals: integer('decimals').notNull(),
    findings: text('findings', { enum: tokenFindings }).array().notNull(),
    /** The known symbol that this one looks like. */
    resembles: text('resembles'),
    status: text('status', { enum: addedTokenStatuses }).notNull(),
    /** The operator's person, or the key of a program of theirs, and the person who agreed. */
    proposerKind: text('proposer_kind', { enum: operatorActorKinds }).notNull(),
    proposerId: text('proposer_id').notNull(),
    agreedBy: text('agreed_by'),
    /** Of the code that it ran when it was looked at last, its own and what it stands for; null where no look kept it. */
    codeHash: hash('code_hash'),
    lookedAt: time('looked_at'),
    createdAt: time('created_at').notNull(),
    listedAt: time('listed_at'),
  },
  (table) => [
    ...words(table.status, table.proposerKind),
    wordsIn(table.findings, tokenFindings),
    ...lowerCase(table.token, table.codeHash),
    ...notNegative(table.decimals),
    check('added_tokens_listed', sql`(status = 'listed') = (listed_at is not null)`),
    primaryKey({ columns: [table.chain, table.token] }),
    uniqueIndex('added_tokens_by_symbol').on(table.chain, table.symbol),
  ],
);

/** From which block on the books of a vault follow an added token: what moved up to there is in the balance of that block. */
export const tokenOpenings = pgTable(
  'token_openings',
  {
    vaultId: id('vault_id')
      .notNull()
      .references(() => vaults.id),
    symbol: text('symbol').notNull(),
    block: bigint('block', { mode: 'bigint' }).notNull(),
  },
  (table) => [...notNegative(table.block), primaryKey({ columns: [table.vaultId, table.symbol] })],
);

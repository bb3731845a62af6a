import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, positive, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import {
  liveRelayedStatuses,
  relayedStatuses,
  relayPurposes,
  relayReasons,
  relaySendStatuses,
  relayStops,
  relayVersionKinds,
} from '@/db/vocabulary/relay';
import { merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';

/** Accounts of the operator that send calls. They hold what network fees are paid in, and have no power over a vault. */
export const relayAccounts = pgTable(
  'relay_accounts',
  {
    id: id('id').primaryKey(),
    chain: ofChain().notNull(),
    address: address('address').notNull(),
    purpose: text('purpose', { enum: relayPurposes }).notNull(),
    /** Its key, sealed with the account's id as purpose; null where a service of the operator's keeps it. */
    sealedKey: text('sealed_key'),
    /** Where that service is asked, and the secret that proves both sides, sealed as a key would be. */
    signerUrl: text('signer_url'),
    signerSecret: text('signer_secret'),
    /** Every nonce below it has a row of `relay_sends`, or was used before the account was ours to use. */
    nextNonce: bigint('next_nonce', { mode: 'number' }).notNull().default(0),
    /** What it held at the last look, and what a unit of gas cost then. */
    balance: units('balance'),
    gasPrice: units('gas_price'),
    lookedAt: time('looked_at'),
    stop: text('stop', { enum: relayStops }),
    stoppedAt: time('stopped_at'),
    /** Until then it is asked for nothing new, since it could not sign, and why: a code of ours or of the service. */
    restsUntil: time('rests_until'),
    restCode: text('rest_code'),
    /** When the operator was told last that it cannot sign. */
    restToldAt: time('rest_told_at'),
    /** When the operator was told that it runs low; null while it does not. */
    lowToldAt: time('low_told_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.purpose, table.stop),
    ...lowerCase(table.address),
    ...notNegative(table.nextNonce, table.balance, table.gasPrice),
    check('relay_accounts_stop_at', sql`(stop is null) = (stopped_at is null)`),
    check('relay_accounts_one_key', sql`num_nonnulls(sealed_key, signer_url) = 1`),
    check('relay_accounts_signer', sql`num_nonnulls(signer_url, signer_secret) in (0, 2)`),
    check('relay_accounts_rest', sql`num_nonnulls(rests_until, rest_code) in (0, 2)`),
    uniqueIndex('relay_accounts_once').on(table.chain, table.address),
    uniqueIndex('relay_accounts_one_treasury').on(table.chain).where(sql`purpose = 'treasury'`),
  ],
);

/** Calls that our accounts send: once signed, one row for every nonce ever used. */
export const relaySends = pgTable(
  'relay_sends',
  {
    id: id('id').primaryKey(),
    chain: ofChain().notNull(),
    /** Set with the nonce; earlier where only this account may send it. */
    accountId: id('account_id').references(() => relayAccounts.id),
    nonce: bigint('nonce', { mode: 'number' }),
    toAddress: address('to_address').notNull(),
    data: text('data').notNull(),
    value: units('value').notNull(),
    gas: units('gas').notNull(),
    /** After this it is not sent any more: its nonce is used up by an empty transfer. */
    validUntil: time('valid_until').notNull(),
    status: text('status', { enum: relaySendStatuses }).notNull(),
    /** Why it waits for its nonce. */
    because: text('because', { enum: relayReasons }),
    /** Of the version that is in a block. */
    hash: hash('hash'),
    blockNumber: bigint('block_number', { mode: 'bigint' }),
    blockHash: hash('block_hash'),
    success: boolean('success'),
    gasUsed: units('gas_used'),
    gasPrice: units('gas_price'),
    /** All that the network took for it, base units of the chain's currency. */
    cost: units('cost'),
    /** When its end was proved in a final block, or it was given up before it was signed. */
    finalAt: time('final_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status, table.because),
    ...lowerCase(table.toAddress, table.hash, table.blockHash),
    ...notNegative(table.nonce, table.value, table.blockNumber, table.gasUsed, table.gasPrice, table.cost),
    ...positive(table.gas),
    check('relay_sends_numbered', sql`(nonce is null) = (status in ('waiting', 'lapsed'))`),
    check('relay_sends_of_account', sql`nonce is null or account_id is not null`),
    check('relay_sends_in_block', sql`(status in ('mined', 'filled')) = (block_hash is not null)`),
    uniqueIndex('relay_sends_nonce_once').on(table.accountId, table.nonce),
    /** What the worker looks after, the lowest nonce first. */
    index('relay_sends_open').on(table.chain, table.accountId, table.nonce).where(sql`final_at is null`),
  ],
);

/** Each signed form of a send: any of them may be the one that the chain shows. */
export const relayVersions = pgTable(
  'relay_versions',
  {
    sendId: id('send_id')
      .notNull()
      .references(() => relaySends.id),
    /** 0, 1, 2 …: the next one offers more. */
    number: integer('number').notNull(),
    kind: text('kind', { enum: relayVersionKinds }).notNull(),
    chain: ofChain().notNull(),
    hash: hash('hash').notNull(),
    /** The bytes themselves, stored before any of them leaves. */
    raw: text('raw').notNull(),
    maxFee: units('max_fee').notNull(),
    tip: units('tip').notNull(),
    /** When it was last given to a node, and when one first took it. */
    pushedAt: time('pushed_at'),
    takenAt: time('taken_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.kind),
    ...lowerCase(table.hash),
    ...notNegative(table.number, table.maxFee, table.tip),
    primaryKey({ columns: [table.sendId, table.number] }),
    uniqueIndex('relay_versions_by_hash').on(table.chain, table.hash),
  ],
);

/** Claims that we send for their recipients. */
export const relayedClaims = pgTable(
  'relayed_claims',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    chain: ofChain().notNull(),
    recipient: address('recipient').notNull(),
    /** The link by which it was asked for: once that is replaced, nothing more is signed for it. Null: no link asked. */
    linkHash: text('link_hash'),
    /** By which the key of the link names the recipient; null where the link has none. */
    keySignature: text('key_signature'),
    status: text('status', { enum: relayedStatuses }).notNull(),
    /** Why it waits, went back or ended. */
    because: text('because', { enum: relayReasons }),
    /** The send that it is in, or was in last. */
    sendId: id('send_id').references(() => relaySends.id),
    /** How often it was in a send that did not pay it, and how often the network refused it beforehand. */
    skips: integer('skips').notNull().default(0),
    refusals: integer('refusals').notNull().default(0),
    /** Not tried before this. */
    notBefore: time('not_before').notNull(),
    /** Its share of what the network took, base units of the chain's currency. */
    cost: units('cost'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status, table.because),
    ...lowerCase(table.recipient),
    ...notNegative(table.skips, table.refusals, table.cost),
    check('relayed_claims_in_send', sql`status <> 'under_way' or send_id is not null`),
    uniqueIndex('relayed_claims_one_live')
      .on(table.payoutId)
      .where(sql.raw(`status in (${liveRelayedStatuses.map((word) => `'${word}'`).join(', ')})`)),
    index('relayed_claims_of_payout').on(table.payoutId, table.id),
    index('relayed_claims_of_send').on(table.sendId),
    index('relayed_claims_queued').on(table.chain, table.notBefore).where(sql`status = 'queued'`),
    index('relayed_claims_under_way').on(table.chain).where(sql`status = 'under_way'`),
    /** What the newest of them used. */
    index('relayed_claims_paid').on(table.chain, table.id).where(sql`status = 'paid'`),
    /** What budgets count. */
    index('relayed_claims_of_merchant').on(table.merchantId, table.createdAt),
    index('relayed_claims_to').on(table.recipient, table.createdAt),
  ],
);

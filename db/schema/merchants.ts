import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, words, wordsIn } from '@/db/checks';
import { address, bytes, id, time, units } from '@/db/columns';
import { languages } from '@/db/vocabulary/mails';
import { logoTypes } from '@/db/vocabulary/merchants';
import { feeKinds, obstacles } from '@/db/vocabulary/payouts';
import { scopes } from '@/db/vocabulary/people';
import { ofChain } from './of-chain';
import { users } from './people';

/** One company: its merchant that pays with real money, its merchant for tests, or both. */
export const businesses = pgTable('businesses', {
  id: id('id').primaryKey(),
  /** Nobody invited it: its merchants begin with limits. */
  selfRegistered: boolean('self_registered').notNull(),
  createdAt: time('created_at').notNull(),
});

export const merchants = pgTable(
  'merchants',
  {
    id: id('id').primaryKey(),
    /** Null for a merchant that was made before there were businesses, and is alone. */
    businessId: id('business_id').references(() => businesses.id),
    name: text('name').notNull(),
    logoUrl: text('logo_url'),
    /** Of the picture that was uploaded, which is shown rather than `logoUrl`. */
    logoHash: text('logo_hash'),
    accentColor: text('accent_color'),
    supportUrl: text('support_url'),
    /** Origins that may show the claim page in a frame; none by default. */
    embedOrigins: text('embed_origins').array().notNull().default([]),
    /** Where alerts about trouble go, such as webhooks that do not get through. */
    alertEmail: text('alert_email'),
    /** What recipients read where neither they nor their browser ask for a language of ours; null: English. */
    language: text('language', { enum: languages }),
    testMode: boolean('test_mode').notNull().default(false),
    /** What the system of an operator who registered it calls it. */
    reference: text('reference'),
    /** sha256 of the Idempotency-Key with which an operator registered it, and of who they are. */
    requestKey: text('request_key'),
    /** Since then it makes no new payouts, and is closed once nothing of it is open. Its books stay. */
    closingSince: time('closing_since'),
    /** Whether its open payouts are taken back meanwhile; else they are waited for. */
    closingCancels: boolean('closing_cancels').notNull().default(false),
    closedAt: time('closed_at'),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('merchants_by_reference').on(table.reference),
    uniqueIndex('merchants_request_once').on(table.requestKey),
    check('merchants_closed', sql`closed_at is null or closing_since is not null`),
    check('merchants_closing_cancels', sql`not closing_cancels or closing_since is not null`),
    index('merchants_closing').on(table.id).where(sql`closing_since is not null and closed_at is null`),
    ...words(table.language),
    /** At most one merchant of each mode. */
    uniqueIndex('merchants_one_per_mode').on(table.businessId, table.testMode),
  ],
);

/** The picture that a merchant uploaded, at most one. Merchants with the same picture have a row each. */
export const logos = pgTable(
  'logos',
  {
    merchantId: id('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    /** sha256 of its bytes, in hexadecimal. */
    hash: text('hash').notNull(),
    type: text('type', { enum: logoTypes }).notNull(),
    bytes: bytes('bytes').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.type),
    index('logos_by_hash').on(table.hash),
    check('logos_size', sql`octet_length(bytes) <= 262144`),
  ],
);

/**
 * What a merchant pays out, with the fee and the bounds of one payout in base units. A computed fee is at least `fee`, at most
 * `feeCeiling`, and `feeMargin` percent above what sending costs.
 */
export const merchantAssets = pgTable(
  'merchant_assets',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    fee: units('fee').notNull(),
    minimum: units('minimum').notNull(),
    maximum: units('maximum').notNull(),
    feeKind: text('fee_kind', { enum: feeKinds }).notNull().default('flat'),
    feeMargin: integer('fee_margin'),
    feeCeiling: units('fee_ceiling'),
  },
  (table) => [
    ...words(table.feeKind),
    ...notNegative(table.fee, table.minimum, table.maximum, table.feeMargin, table.feeCeiling),
    check('merchant_assets_bounds', sql`minimum <= maximum`),
    check(
      'merchant_assets_computed',
      sql`num_nonnulls(fee_margin, fee_ceiling) = case fee_kind when 'computed' then 2 else 0 end`,
    ),
    check('merchant_assets_ceiling', sql`fee <= fee_ceiling`),
    primaryKey({ columns: [table.merchantId, table.chain, table.symbol] }),
  ],
);

export const vaults = pgTable(
  'vaults',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    chain: ofChain().notNull(),
    address: address('address').notNull(),
    /** An operator named it, and the wallet has not yet said that it is this merchant's: it proves nothing till then. */
    placed: boolean('placed').notNull().default(false),
    signerAddress: address('signer_address').notNull(),
    /** Sealed with the vault's id as purpose; null where the merchant keeps the signer itself. */
    signerKey: text('signer_key'),
    remoteSignerId: id('remote_signer_id').references((): AnyPgColumn => remoteSigners.id),
    feeCollector: address('fee_collector').notNull(),
    /** Names the sequence `vault_<number>_claim_ids` that a trigger makes beside this row. */
    number: integer('number').notNull().generatedAlwaysAsIdentity(),
    /** High bits of every claim id of this row, so that a rebuilt database never meets ids that the chain has seen. */
    namespace: units('namespace').notNull(),
    /** Up to this block the vault's balance is in the books as one opening deposit; later movements one by one. */
    openedBlock: bigint('opened_block', { mode: 'bigint' }),
    /** Up to this block the contract's events were searched for signers that the vault named; null before the first. */
    signersReadTo: bigint('signers_read_to', { mode: 'bigint' }),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    ...lowerCase(table.address, table.signerAddress, table.feeCollector),
    ...notNegative(table.namespace, table.openedBlock, table.signersReadTo),
    uniqueIndex('vaults_one_per_chain').on(table.merchantId, table.chain),
    /** What an address pays is one merchant's: logs name the vault by it alone. A placed one gives way to one that is proved. */
    uniqueIndex('vaults_address_once').on(table.chain, table.address).where(sql`not placed`),
    index('vaults_placed').on(table.chain, table.address).where(sql`placed`),
    check('vaults_one_signer', sql`num_nonnulls(signer_key, remote_signer_id) = 1`),
  ],
);

/** A signer that a merchant keeps itself: where we ask it, whose signature must come, and how it answered last. */
export const remoteSigners = pgTable(
  'remote_signers',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    vaultId: id('vault_id')
      .notNull()
      .references((): AnyPgColumn => vaults.id),
    url: text('url').notNull(),
    address: address('address').notNull(),
    /** Proves our requests and its answers; sealed with this row's id as purpose. */
    secret: text('secret').notNull(),
    createdAt: time('created_at').notNull(),
    /** Its own code for what it did not sign last. */
    refusedCode: text('refused_code'),
    refusedAt: time('refused_at'),
    /** Since when it gives no answer that counts, and what came instead, as a code; null while it answers. */
    silentSince: time('silent_since'),
    silentCode: text('silent_code'),
  },
  (table) => [
    ...lowerCase(table.address),
    check('remote_signers_refused', sql`num_nonnulls(refused_code, refused_at) in (0, 2)`),
    check('remote_signers_silent', sql`num_nonnulls(silent_since, silent_code) in (0, 2)`),
    index('remote_signers_of_vault').on(table.merchantId, table.vaultId),
  ],
);

/** Whom a vault ever named as a signer, per token, by the contract's events: who may still pay must be found to be revoked. */
export const namedSigners = pgTable(
  'named_signers',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    vaultId: id('vault_id')
      .notNull()
      .references(() => vaults.id),
    signer: address('signer').notNull(),
    token: address('token').notNull(),
  },
  (table) => [
    ...lowerCase(table.signer, table.token),
    primaryKey({ columns: [table.merchantId, table.vaultId, table.signer, table.token] }),
  ],
);

/**
 * The worker's last look at what a vault can pay of one asset. `obstacle` keeps it from paying anything at all;
 * `missing` is what is promised beyond balance and allowance, in base units.
 */
export const vaultChecks = pgTable(
  'vault_checks',
  {
    vaultId: id('vault_id')
      .notNull()
      .references(() => vaults.id),
    symbol: text('symbol').notNull(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    obstacle: text('obstacle', { enum: obstacles }),
    missing: units('missing').notNull(),
    /** Balance and allowance, whichever is less. */
    payable: units('payable').notNull(),
    troubleSince: time('trouble_since'),
    /** What the last alert was about, and when it was sent. */
    toldOf: text('told_of', { enum: obstacles }),
    toldAt: time('told_at'),
    checkedAt: time('checked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.vaultId, table.symbol] }),
    ...words(table.obstacle, table.toldOf),
    ...notNegative(table.missing, table.payable),
    /** What the desk shows. */
    index('vault_checks_in_trouble').on(table.merchantId).where(sql`trouble_since is not null`),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    name: text('name').notNull(),
    /** First characters of the key, to recognise it by. */
    prefix: text('prefix').notNull(),
    /** sha256 of the key, hex. */
    hash: text('hash').notNull(),
    scopes: text('scopes', { enum: scopes }).array().notNull(),
    /** The member who made it: what it does counts as theirs where four eyes are needed. Null: the operator. */
    createdBy: id('created_by').references(() => users.id),
    /** The request of an operator that made it, until another one takes its place. */
    requestKey: text('request_key'),
    requestsPerMinute: integer('requests_per_minute'),
    lastUsedAt: time('last_used_at'),
    revokedAt: time('revoked_at'),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    wordsIn(table.scopes, scopes),
    uniqueIndex('api_keys_by_hash').on(table.hash),
    uniqueIndex('api_keys_request_once').on(table.merchantId, table.requestKey),
    index('api_keys_of_merchant').on(table.merchantId, table.id),
  ],
);

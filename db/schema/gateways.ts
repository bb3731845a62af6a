import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, positive, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import {
  gatewayFaults,
  gatewayKinds,
  gatewayStates,
  inFlightSubmissionStatuses,
  liveSubmissionStatuses,
  submissionNoteKinds,
  submissionStatuses,
} from '@/db/vocabulary/gateways';
import { apiKeys, merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';
import { users } from './people';
import { transfers } from './transfers';
import { sources } from './webhooks';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);
const gatewayId = () =>
  id('gateway_id')
    .notNull()
    .references(() => gateways.id);

const among = (list: readonly string[]) => sql.raw(`status in (${list.map((word) => `'${word}'`).join(', ')})`);

/** A merchant's gateway server: it sends payouts from a hot wallet of its own when it is asked. */
export const gateways = pgTable(
  'gateways',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    kind: text('kind', { enum: gatewayKinds }).notNull(),
    state: text('state', { enum: gatewayStates }).notNull(),
    /** Origin, and a path where it lies below one; no slash at its end. */
    url: text('url').notNull(),
    username: text('username').notNull(),
    /** Sealed with the gateway's id as purpose, and so is the key. */
    password: text('password').notNull(),
    apiKey: text('api_key').notNull(),
    /** Where its callbacks arrive, and what signs them. */
    sourceId: id('source_id')
      .notNull()
      .references(() => sources.id),
    /** What kept it from being used when it was last asked, in its own words, and since when; null while it works. */
    fault: text('fault', { enum: gatewayFaults }),
    faultWords: text('fault_words'),
    faultSince: time('fault_since'),
    /** Not before then is it given a payout again. */
    nextTryAt: time('next_try_at').notNull(),
    createdBy: id('created_by').references(() => users.id),
    createdByKey: id('created_by_key').references(() => apiKeys.id),
    /** sha256 of the Idempotency-Key that made it. */
    requestKey: text('request_key'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.kind, table.state, table.fault),
    check('gateways_fault', sql`num_nonnulls(fault, fault_words, fault_since) in (0, 3)`),
    index('gateways_of_merchant').on(table.merchantId, table.id),
    uniqueIndex('gateways_request_once').on(table.merchantId, table.requestKey),
  ],
);

/**
 * The wallets that gateways pay from, each one merchant's at a time: so nobody takes what another one's gateway pays for their own. What
 * a gateway says proves nothing to another merchant: one whose wallet it is, by its signature, takes it over.
 */
export const hotWallets = pgTable(
  'hot_wallets',
  {
    chain: ofChain().notNull(),
    address: address('address').notNull(),
    merchantId: merchantId(),
    /** What left it before then is none of our business. */
    since: time('since').notNull(),
    /** Since another merchant proved that it is theirs. */
    lostAt: time('lost_at'),
  },
  (table) => [
    ...lowerCase(table.address),
    primaryKey({ columns: [table.chain, table.address, table.merchantId] }),
    uniqueIndex('hot_wallets_one_merchant').on(table.chain, table.address).where(sql`lost_at is null`),
  ],
);

/** What a gateway pays: our name of an asset, its own, and the hot wallet that it pays from. */
export const gatewayAssets = pgTable(
  'gateway_assets',
  {
    gatewayId: gatewayId(),
    merchantId: merchantId(),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    /** The gateway's name of it, such as BNB-USDT. */
    crypto: text('crypto').notNull(),
    wallet: address('wallet').notNull(),
    /** What the hot wallet held when it was last read on the chain: of the asset, and of coins for network fees. */
    held: units('held').notNull(),
    coins: units('coins').notNull(),
    readAt: time('read_at').notNull(),
    createdAt: time('created_at').notNull(),
    /** When its gateway was disabled: what left the wallet before is still explained. */
    endedAt: time('ended_at'),
  },
  (table) => [
    ...lowerCase(table.wallet),
    ...notNegative(table.held, table.coins),
    primaryKey({ columns: [table.gatewayId, table.chain, table.symbol] }),
    /** So that it is clear which gateway pays an asset. */
    uniqueIndex('gateway_assets_one_pays').on(table.merchantId, table.chain, table.symbol).where(sql`ended_at is null`),
    foreignKey({
      columns: [table.chain, table.wallet, table.merchantId],
      foreignColumns: [hotWallets.chain, hotWallets.address, hotWallets.merchantId],
    }),
    index('gateway_assets_by_wallet').on(table.chain, table.wallet),
  ],
);

/** One payout as it is handed to a gateway, written before its call goes out. Its external id is used once, ever. */
export const gatewaySubmissions = pgTable(
  'gateway_submissions',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    gatewayId: gatewayId(),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    transferId: id('transfer_id')
      .notNull()
      .references(() => transfers.id),
    attempt: integer('attempt').notNull(),
    /** The payout's id and the attempt: what the gateway knows it by. */
    externalId: text('external_id').notNull(),
    status: text('status', { enum: submissionStatuses }).notNull(),
    chain: ofChain().notNull(),
    crypto: text('crypto').notNull(),
    /** What is asked for: this much of this token from the hot wallet to one address. */
    wallet: address('wallet').notNull(),
    token: address('token').notNull(),
    recipient: address('recipient').notNull(),
    amount: units('amount').notNull(),
    taskId: text('task_id'),
    /** The hash that the gateway names, believed or not. */
    namedHash: hash('named_hash'),
    /** Some blocks below the head when it was written down: its transfer is above this one, also after a reorganisation. */
    submitBlock: bigint('submit_block', { mode: 'bigint' }).notNull(),
    /** Up to which final block the chain was read for it on purpose; null before the first time. */
    readTo: bigint('read_to', { mode: 'bigint' }),
    /** How often the gateway was asked about it, and when it is asked next. */
    looks: integer('looks').notNull().default(0),
    nextLookAt: time('next_look_at').notNull(),
    /** Since when nobody can tell how it stands. */
    unknownSince: time('unknown_since'),
    /** From when on a person may say that it was not sent, once final blocks are past it, too. */
    decidableAt: time('decidable_at'),
    submittedAt: time('submitted_at').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status),
    ...lowerCase(table.wallet, table.token, table.recipient, table.namedHash),
    ...positive(table.amount, table.attempt),
    ...notNegative(table.submitBlock, table.readTo, table.looks),
    check('gateway_submissions_external_id', sql`external_id = payout_id || '-' || attempt`),
    uniqueIndex('gateway_submissions_external_id_once').on(table.externalId),
    uniqueIndex('gateway_submissions_of_transfer').on(table.transferId),
    uniqueIndex('gateway_submissions_one_live').on(table.payoutId).where(among(liveSubmissionStatuses)),
    /** The wallet takes the nonce of the latest block without a lock: two at once would be one. */
    uniqueIndex('gateway_submissions_one_in_flight')
      .on(table.gatewayId, table.chain)
      .where(among(inFlightSubmissionStatuses)),
    uniqueIndex('gateway_submissions_one_of_wallet')
      .on(table.chain, table.wallet)
      .where(among(inFlightSubmissionStatuses)),
    /** What looks alike on the chain is never open twice: so it is clear whose a log is. */
    uniqueIndex('gateway_submissions_none_alike')
      .on(table.chain, table.wallet, table.token, table.recipient, table.amount)
      .where(among(liveSubmissionStatuses)),
    index('gateway_submissions_of_payout').on(table.merchantId, table.payoutId, table.id),
    index('gateway_submissions_to_look_at').on(table.chain, table.nextLookAt).where(among(liveSubmissionStatuses)),
    index('gateway_submissions_newest').on(table.merchantId, table.id),
    /** What a gateway calls it, as other systems ask for it. */
    index('gateway_submissions_by_task').on(table.merchantId, table.taskId).where(sql`task_id is not null`),
  ],
);

/** What happened to a submission, as it came: what a person decides by. Nothing secret is in it. */
export const gatewaySubmissionNotes = pgTable(
  'gateway_submission_notes',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: merchantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => gatewaySubmissions.id),
    kind: text('kind', { enum: submissionNoteKinds }).notNull(),
    /** HTTP status of an answer; null where none came, or none was asked for. */
    answerStatus: integer('answer_status'),
    /** The answer as it came, shortened, or what a person wrote. */
    said: text('said').notNull(),
    /** How often the very same came in a row, and when last. */
    times: integer('times').notNull().default(1),
    at: time('at').notNull(),
    lastAt: time('last_at').notNull(),
  },
  (table) => [
    ...words(table.kind),
    ...positive(table.times),
    index('gateway_submission_notes_of').on(table.submissionId, table.id),
  ],
);

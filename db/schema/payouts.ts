import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, positive, reasons, words, wordsIn } from '@/db/checks';
import { address, id, time, units } from '@/db/columns';
import { toPlay } from '@/db/to-play';
import { orderSides } from '@/db/vocabulary/orders';
import {
  feePayers,
  obstacles,
  payoutDeliveries,
  payoutStatuses,
  railIds,
  recipientProofs,
  recipientTypes,
} from '@/db/vocabulary/payouts';
import { type Facts, failureCodes } from '@/db/vocabulary/reasons';
import { apiKeys, merchants, vaults } from './merchants';
import { ofChain } from './of-chain';
import { orders } from './orders';
import { users } from './people';
import { quotes } from './quotes';
import { redemptions } from './rewards';

/** Which facts of a payout go together. */
const whatFits = [
  check('payouts_gross', sql`gross = net + fee`),
  check(
    'payouts_vault_of_contract',
    sql`rail <> 'contract' or (vault_id is not null and claim_id is not null and fee_collector is not null)`,
  ),
  check(
    'payouts_sent_to_wallet',
    sql`delivery <> 'send' or (rail = 'contract' and recipient_type = 'wallet' and recipient_address is not null)`,
  ),
  check(
    'payouts_proof_of_wallet',
    sql`recipient_proof = 'none' or (recipient_type = 'wallet' and rail = 'contract' and delivery = 'claim')`,
  ),
  check(
    'payouts_key_of_link',
    sql`recipient_key is null or (recipient_type = 'anyone' and rail = 'contract' and delivery = 'claim')`,
  ),
  check('payouts_of_order', sql`(order_id is null) = (order_side is null)`),
  check('payouts_obstacle_since', sql`(obstacle is null) = (obstacle_since is null)`),
  check(
    'payouts_displayed',
    sql`num_nonnulls(display_currency, display_decimals, display_amount, display_rate) in (0, 4)`,
  ),
  check('payouts_display_rate', sql`display_rate ~ '^[1-9][0-9]*/[1-9][0-9]*$'`),
  check(
    'payouts_quoted',
    sql`(payable_in is null and quoted_until is null) or (display_amount is not null and rail = 'contract' and delivery = 'claim' and recipient_key is null and order_id is null)`,
  ),
];

/** Finds what has run out or waits for its cancellation. */
const whatEnds = (table: Record<'expiresAt' | 'cancelRequestedAt', PgColumn>) => [
  index('payouts_open_by_expiry').on(table.expiresAt).where(sql`status in ('pending', 'failed', 'awaiting_approval')`),
  index('payouts_to_cancel')
    .on(table.cancelRequestedAt)
    .where(sql`cancel_requested_at is not null and status = 'pending'`),
];

export const payouts = pgTable(
  'payouts',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** With `claimId` and `feeCollector` set exactly for the rail `contract`: nothing else pays out of a vault. */
    vaultId: id('vault_id').references(() => vaults.id),
    status: text('status', { enum: payoutStatuses }).notNull(),
    /** Grows by one with every change that a merchant can see. */
    version: integer('version').notNull().default(1),
    rail: text('rail', { enum: railIds }).notNull(),
    /** `send` only where the contract can pay a wallet that is known. */
    delivery: text('delivery', { enum: payoutDeliveries }).notNull().default('claim'),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    token: address('token').notNull(),
    decimals: integer('decimals').notNull(),
    /** What it costs the merchant: net + fee. */
    gross: units('gross').notNull(),
    fee: units('fee').notNull(),
    /** What the recipient gets. */
    net: units('net').notNull(),
    feePayer: text('fee_payer', { enum: feePayers }).notNull(),
    feeCollector: address('fee_collector'),
    recipientType: text('recipient_type', { enum: recipientTypes }).notNull(),
    /** Set for `wallet` recipients; for others, where the money finally went is on the transfer. */
    recipientAddress: address('recipient_address'),
    recipientEmail: text('recipient_email'),
    /** What the wallet named here must bring before it is paid. */
    recipientProof: text('recipient_proof', { enum: recipientProofs }).notNull().default('none'),
    /** The key inside its link, which alone names who is paid; its secret is never here. */
    recipientKey: address('recipient_key'),
    /** The signature of its vault's signer that came with it; null where that signer is asked. */
    keyVoucher: text('key_voucher'),
    reference: text('reference').notNull(),
    description: text('description'),
    returnUrl: text('return_url'),
    cancelUrl: text('cancel_url'),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull().default({}),
    /** The nullifier in the contract: a payout is paid once because this id is. */
    claimId: units('claim_id'),
    /** The member who made it, and who therefore may not approve it; null for an API key. */
    createdBy: id('created_by').references(() => users.id),
    /** The API key that made it, whose maker may not approve it either; null for a member. */
    createdByKey: id('created_by_key').references(() => apiKeys.id),
    /** The order whose money it is, and to which side it goes; both or none. */
    orderId: id('order_id').references(() => orders.id),
    orderSide: text('order_side', { enum: orderSides }),
    /** What it is said to come to in another currency, and how many of the asset one of it counts: `numerator/denominator`. */
    displayCurrency: text('display_currency'),
    displayDecimals: integer('display_decimals'),
    displayAmount: units('display_amount'),
    displayRate: text('display_rate'),
    /** The quote that its amounts are from. */
    quoteId: id('quote_id').references((): AnyPgColumn => quotes.id),
    /** After this nothing is signed before its claimant took another quote; null where the amounts stand for good. */
    quotedUntil: time('quoted_until'),
    /** What its claimant may choose among, as `chain:symbol`, its own first; null where its amounts never change. */
    payableIn: text('payable_in').array(),
    /** The coins that were turned into it. */
    redemptionId: id('redemption_id').references(() => redemptions.id),
    /** How many people must approve exactly this; decided once, when it is made. */
    approvalsNeeded: integer('approvals_needed').notNull().default(0),
    /** sha256 of the Idempotency-Key that made it, so that a retry after a crash finds its own work. */
    requestKey: text('request_key'),
    /** Why it failed, ended or is in doubt; put into words where it is shown. */
    failureCode: text('failure_code', { enum: failureCodes }),
    failureFacts: jsonb('failure_facts').$type<Facts>().notNull().default({}),
    expiresAt: time('expires_at').notNull(),
    /** Latest deadline of any signed payout handed out: until the chain is past it, money may still move. */
    signedUntil: time('signed_until'),
    cancelRequestedAt: time('cancel_requested_at'),
    /** What keeps it from being paid, while it is open; and what its merchant was told about already, so that it is told once. */
    obstacle: text('obstacle', { enum: obstacles }),
    obstacleSince: time('obstacle_since'),
    /** Where the obstacle is a hot wallet that holds too little: what it held, in base units of what is short. */
    obstacleHeld: units('obstacle_held'),
    obstaclesTold: text('obstacles_told', { enum: obstacles }).array().notNull().default([]),
    completedAt: time('completed_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status, table.rail, table.delivery, table.feePayer),
    ...words(table.recipientType, table.recipientProof, table.obstacle, table.orderSide),
    ...reasons(table.failureCode, table.failureFacts),
    wordsIn(table.obstaclesTold, obstacles),
    ...lowerCase(table.token, table.feeCollector, table.recipientAddress, table.recipientKey),
    ...notNegative(table.fee, table.claimId, table.decimals, table.approvalsNeeded),
    ...notNegative(table.obstacleHeld, table.displayDecimals),
    ...positive(table.net, table.version, table.displayAmount),
    ...whatFits,
    /** By bytes, so that it also finds references by how they begin. */
    uniqueIndex('payouts_reference_once').on(table.merchantId, table.reference.op('text_pattern_ops')),
    /** Coins are turned into one payout. */
    uniqueIndex('payouts_redemption_once').on(table.redemptionId).where(sql`redemption_id is not null`),
    uniqueIndex('payouts_claim_id_once').on(table.vaultId, table.claimId),
    /** The merchant's list, newest first, with and without a status. */
    index('payouts_newest').on(table.merchantId, table.id),
    index('payouts_newest_by_status').on(table.merchantId, table.status, table.id),
    /** The same by amount, of any asset: `comparableAmount` of the list. Each status is an order of its own. */
    index('payouts_by_amount').on(
      table.merchantId,
      table.status,
      sql`((case when fee_payer = 'recipient' then gross else net end) * power(10::numeric, 36 - decimals))`,
      table.id,
    ),
    ...whatEnds(table),
    /** What a look at a vault may change: those that it holds up, and those beyond what it can pay. */
    index('payouts_held_up')
      .on(table.vaultId, table.symbol, table.id)
      .where(sql`obstacle is not null and status = 'pending'`),
    index('payouts_claimable')
      .on(table.vaultId, table.symbol, table.gross)
      .where(sql`rail = 'contract' and status = 'pending'`),
    /** What we send by ourselves and nothing keeps us from. */
    index('payouts_to_send')
      .on(table.chain, table.id)
      .where(sql`delivery = 'send' and status = 'pending' and obstacle is null`),
    index('payouts_to_play').on(table.chain, table.id).where(toPlay),
    index('payouts_of_an_order').on(table.orderId, table.id).where(sql`order_id is not null`),
    /** What the desk looks for: whom it is for, what waits for a person, what was paid when. */
    index('payouts_to_wallet')
      .on(table.merchantId, table.recipientAddress, table.id)
      .where(sql`recipient_address is not null`),
    index('payouts_to_email')
      .on(table.merchantId, sql`lower(recipient_email)`, table.id)
      .where(sql`recipient_email is not null`),
    index('payouts_short').on(table.merchantId, table.id).where(sql`obstacle is not null and status = 'pending'`),
    index('payouts_for_gateway').on(table.chain, table.id).where(sql`rail = 'shkeeper' and status = 'pending'`),
    index('payouts_to_pay').on(table.merchantId, table.id).where(sql`rail = 'wallet' and status = 'pending'`),
    /** With what a sum over a month of them needs, so that the rows themselves are not read. */
    index('payouts_completed')
      .on(table.merchantId, table.completedAt, table.rail, table.chain, table.symbol, table.gross)
      .where(sql`completed_at is not null`),
  ],
);

/** Only hashes: a reader of this table cannot open a link. */
export const claimLinks = pgTable(
  'claim_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** Until when what the link before this one handed out may be paid; null when nothing was out. */
    earlierUntil: time('earlier_until'),
    /** The token, sealed, where the portal mails it: such a link names a payout and opens nothing by itself. */
    sealedToken: text('sealed_link'),
    /** When a browser first showed its page, and when its reader said that it is not for them. */
    openedAt: time('opened_at'),
    disputedAt: time('disputed_at'),
    createdAt: time('created_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    index('claim_links_of_payout').on(table.payoutId),
    uniqueIndex('claim_links_one_live').on(table.payoutId).where(sql`revoked_at is null`),
  ],
);

/** Claim ids that a vault burnt in the contract: one row per log. New payouts step over the words in here. */
export const burntClaimIds = pgTable(
  'burnt_claim_ids',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    vaultId: id('vault_id')
      .notNull()
      .references(() => vaults.id),
    /** The upper bits of the ids; `mask` has a bit for each of the 256 ids of this word. */
    word: units('word').notNull(),
    mask: units('mask').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [...notNegative(table.word, table.mask), primaryKey({ columns: [table.vaultId, table.word, table.mask] })],
);

/** A signed payout that was handed out; the signature itself is never kept. */
export const vouchers = pgTable(
  'vouchers',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payouts.id),
    recipient: address('recipient').notNull(),
    deadline: time('deadline').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [...lowerCase(table.recipient), index('vouchers_of_payout').on(table.payoutId, table.deadline)],
);

/** What the computed fee of a payout was worked out from when it was made; payouts with a flat fee have none. */
export const payoutFees = pgTable(
  'payout_fees',
  {
    payoutId: id('payout_id')
      .primaryKey()
      .references(() => payouts.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** What one claim that we send uses, and what a unit of it cost then, in base units of the chain's currency. */
    gas: units('gas').notNull(),
    gasPrice: units('gas_price').notNull(),
    /** Above this price of gas sending it costs more than the ceiling, so that it waits. */
    maxGasPrice: units('max_gas_price').notNull(),
    least: units('least').notNull(),
    margin: integer('margin').notNull(),
    ceiling: units('ceiling').notNull(),
    /** The rate of the chain's currency in the asset, and all readings that it came from. */
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    ...positive(table.gas),
    ...notNegative(table.gasPrice, table.maxGasPrice, table.least, table.margin, table.ceiling),
    check('payout_fees_ceiling', sql`least <= ceiling`),
  ],
);

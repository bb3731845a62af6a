import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, positive, words, wordsIn } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import { languages } from '@/db/vocabulary/mails';
import { freezeReasons, orderStatuses, payInFaults } from '@/db/vocabulary/orders';
import { railIds } from '@/db/vocabulary/payouts';
import { apiKeys, merchants } from './merchants';
import { ofChain } from './of-chain';
import { users } from './people';

/** Which facts of an order go together; the first one is the promise that no money of it is ever lost or made. */
const whatFits = [
  check('orders_money', sql`funded = held + releasing + released + refunded + fees`),
  check('orders_refunding', sql`refunding <= releasing`),
  check('orders_funded_whole', sql`funded = 0 or funded >= amount`),
  check('orders_funded_at', sql`(funded > 0) = (funded_at is not null)`),
  check('orders_seller', sql`seller_address is not null or seller_email is not null`),
  check('orders_frozen', sql`(frozen_since is null) = (frozen_for = '{}')`),
  check('orders_remaining', sql`frozen_since is null or auto_release_at is null`),
  check('orders_pending_address', sql`(pending_seller_address is null) = (pending_address_until is null)`),
  check('orders_disputed', sql`(disputed_at is null) = (dispute_deadline_at is null)`),
  check('orders_dispute_alarmed', sql`disputed_at is not null or dispute_alarmed_at is null`),
];

/** An escrowed purchase: what is kept for its seller in the merchant's own vault or wallet until the goods have arrived. */
export const orders = pgTable(
  'orders',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    /** What its facts below come to: `statusOf` of lib/orders/core. */
    status: text('status', { enum: orderStatuses }).notNull(),
    /** Grows by one with every change that a merchant can see. */
    version: integer('version').notNull().default(1),
    reference: text('reference').notNull(),
    category: text('category'),
    rail: text('rail', { enum: railIds }).notNull(),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    token: address('token').notNull(),
    decimals: integer('decimals').notNull(),
    /** What buyer and seller agreed on. */
    amount: units('amount').notNull(),
    funded: units('funded').notNull().default(sql`0`),
    /** Kept, and on its way to nobody. */
    held: units('held').notNull().default(sql`0`),
    /** In payouts that are open, to the seller or back to the buyer; `refunding` is the part that goes back. */
    releasing: units('releasing').notNull().default(sql`0`),
    refunding: units('refunding').notNull().default(sql`0`),
    released: units('released').notNull().default(sql`0`),
    refunded: units('refunded').notNull().default(sql`0`),
    fees: units('fees').notNull().default(sql`0`),
    /** How many payouts it has had; the next one has the next number. */
    parts: integer('parts').notNull().default(0),
    buyerId: text('buyer_id').notNull(),
    /** A mailbox, where one is known. */
    buyerContact: text('buyer_contact'),
    buyerLanguage: text('buyer_language', { enum: languages }),
    sellerId: text('seller_id').notNull(),
    /** As they were when the order was made, or changed since by the way of `pending_seller_address`. */
    sellerAddress: address('seller_address'),
    sellerEmail: text('seller_email'),
    sellerContact: text('seller_contact'),
    sellerLanguage: text('seller_language', { enum: languages }),
    /** Another address of the seller, which counts from then on. */
    pendingSellerAddress: address('pending_seller_address'),
    pendingAddressUntil: time('pending_address_until'),
    payInReference: text('pay_in_reference'),
    payInHash: hash('pay_in_hash'),
    /** What the chain says against the hash; null where nothing is known yet, or all is as it should be. */
    payInFault: text('pay_in_fault', { enum: payInFaults }),
    payInCheckedAt: time('pay_in_checked_at'),
    fundedAt: time('funded_at'),
    graceSeconds: integer('grace_seconds').notNull(),
    deliveredAt: time('delivered_at'),
    deliveredBy: text('delivered_by'),
    /** When it is released by itself; null while it is frozen, not delivered, or over. */
    autoReleaseAt: time('auto_release_at'),
    frozenSince: time('frozen_since'),
    frozenFor: text('frozen_for', { enum: freezeReasons }).array().notNull().default([]),
    /** What was left of the grace period when it was frozen. */
    remainingMs: bigint('remaining_ms', { mode: 'number' }),
    /** Until when the buyer put it off; once for an order. */
    extendedUntil: time('extended_until'),
    /** So many days before the release both sides were told of it last; null when they were not. */
    announcedDays: integer('announced_days'),
    /** The last status that both sides were written to about. */
    toldStatus: text('told_status', { enum: orderStatuses }),
    heldSince: time('on_hold_since'),
    heldWords: text('on_hold_words'),
    disputedAt: time('disputed_at'),
    disputedWords: text('disputed_words'),
    /** When a person is alarmed; no machine decides. */
    disputeDeadlineAt: time('dispute_deadline_at'),
    disputeAlarmedAt: time('dispute_alarmed_at'),
    /** The last dispute's end: from then on nothing is released by itself. */
    resolvedAt: time('resolved_at'),
    cancelledAt: time('cancelled_at'),
    createdBy: id('created_by').references(() => users.id),
    createdByKey: id('created_by_key').references(() => apiKeys.id),
    requestKey: text('request_key'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...words(table.status, table.rail, table.buyerLanguage, table.sellerLanguage, table.payInFault),
    ...words(table.toldStatus),
    wordsIn(table.frozenFor, freezeReasons),
    ...lowerCase(table.token, table.sellerAddress, table.pendingSellerAddress, table.payInHash),
    ...notNegative(table.funded, table.held, table.releasing, table.refunding, table.released, table.refunded),
    ...notNegative(table.fees, table.parts, table.decimals, table.graceSeconds, table.remainingMs),
    ...notNegative(table.announcedDays),
    ...positive(table.amount, table.version),
    ...whatFits,
    uniqueIndex('orders_reference_once').on(table.merchantId, table.reference),
    /** One hash funds one order. */
    uniqueIndex('orders_pay_in_once')
      .on(table.merchantId, table.chain, table.payInHash)
      .where(sql`pay_in_hash is not null and status <> 'cancelled'`),
    index('orders_newest').on(table.merchantId, table.id),
    index('orders_newest_by_status').on(table.merchantId, table.status, table.id),
    index('orders_of_seller').on(table.merchantId, table.sellerId, table.id),
    index('orders_of_buyer').on(table.merchantId, table.buyerId, table.id),
    index('orders_to_fund')
      .on(table.chain, table.payInCheckedAt)
      .where(sql`status = 'awaiting_funds' and pay_in_hash is not null and pay_in_fault is null`),
    index('orders_due').on(table.autoReleaseAt).where(sql`auto_release_at is not null`),
    index('orders_to_announce').on(table.announcedDays, table.autoReleaseAt).where(sql`auto_release_at is not null`),
    index('orders_to_tell').on(table.updatedAt).where(sql`told_status is distinct from status`),
    index('orders_frozen').on(table.frozenSince).where(sql`frozen_since is not null`),
    index('orders_disputes_due')
      .on(table.disputeDeadlineAt)
      .where(sql`disputed_at is not null and dispute_alarmed_at is null`),
    index('orders_addresses_due').on(table.pendingAddressUntil).where(sql`pending_address_until is not null`),
  ],
);

import { bigint, boolean, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { keysIn, lowerCase, notNegative, positive, words } from '@/db/checks';
import { address, hash, id, time, units } from '@/db/columns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { paymentWays, senderKinds } from '@/db/vocabulary/payouts';
import { merchants } from './merchants';
import { ofChain } from './of-chain';
import { payouts } from './payouts';
import { users } from './people';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);
const payoutId = () =>
  id('payout_id')
    .notNull()
    .references(() => payouts.id);
const userId = () =>
  id('user_id')
    .notNull()
    .references(() => users.id);

/** Addresses that a merchant pays from by hand, on any chain. What leaves them must be explained in the books. */
export const wallets = pgTable(
  'wallets',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    address: address('address').notNull(),
    name: text('name').notNull(),
    /** The member who declared or proved it; null when the operator did. */
    addedBy: id('added_by').references(() => users.id),
    /** When its owner signed with it here; null while it is only declared. */
    provenAt: time('proven_at'),
    /** The networks whose contract said so, where alone that counts. Null counts everywhere: a key. */
    provenChains: text('proven_chains').array().$type<ChainKey[]>(),
    createdAt: time('created_at').notNull(),
    removedAt: time('removed_at'),
  },
  (table) => [
    keysIn(table.provenChains),
    ...lowerCase(table.address),
    uniqueIndex('wallets_once').on(table.merchantId, table.address),
    index('wallets_by_address').on(table.address),
  ],
);

/** Who is about to pay a payout, in which tab, until when. At most one row per payout: only its holder may prepare it. */
export const paymentHolds = pgTable(
  'payment_holds',
  {
    payoutId: payoutId().primaryKey(),
    merchantId: merchantId(),
    userId: userId(),
    /** Made up by the page that holds it, so that two tabs of one person are two. */
    tab: text('tab').notNull(),
    until: time('until').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [index('payment_holds_of_user').on(table.merchantId, table.userId)],
);

/** One signing by hand: payouts of one asset that leave one wallet together. Written before anything is signed. */
export const paymentSignings = pgTable(
  'payment_signings',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    token: address('token').notNull(),
    way: text('way', { enum: paymentWays }).notNull(),
    sender: address('sender').notNull(),
    senderKind: text('sender_kind', { enum: senderKinds }).notNull(),
    /** The wallet's next nonce when this was prepared: the transfer that pays it has this one or a higher one. */
    nonceFloor: bigint('nonce_floor', { mode: 'number' }).notNull(),
    count: integer('count').notNull(),
    total: units('total').notNull(),
    /** Of `disperse`: the first id that it uses in the contract, and the last second at which the chain takes it. */
    firstId: units('first_id'),
    deadline: time('deadline'),
    /** What the wallet calls its batch before there is a hash (EIP-5792). */
    callsId: text('calls_id'),
    userId: userId(),
    tab: text('tab').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.way, table.senderKind),
    ...lowerCase(table.token, table.sender),
    ...positive(table.count, table.total),
    ...notNegative(table.firstId, table.nonceFloor),
    index('payment_signings_newest').on(table.merchantId, table.id),
  ],
);

/** How many people must approve a payout of one asset. No row: nobody has to. */
export const approvalRules = pgTable(
  'approval_rules',
  {
    merchantId: merchantId(),
    chain: ofChain().notNull(),
    symbol: text('symbol').notNull(),
    /** From this amount (gross, base units) on one person, and from that on two; null: no amount needs it. */
    oneFrom: units('one_from'),
    twoFrom: units('two_from'),
    /** Whether a destination that was never paid before needs one person, for any amount. */
    newDestination: boolean('new_destination').notNull(),
    updatedBy: id('updated_by').references(() => users.id),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...notNegative(table.oneFrom, table.twoFrom),
    primaryKey({ columns: [table.merchantId, table.chain, table.symbol] }),
  ],
);

/** One person's consent to exactly what the digest stands for. */
export const approvals = pgTable(
  'approvals',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    payoutId: payoutId(),
    userId: userId(),
    /** sha256 of the payout's recipient, asset, chain and amounts as they were when this was given. */
    digest: text('digest').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [uniqueIndex('approvals_once').on(table.payoutId, table.userId, table.digest)],
);

/** A member's word that this hash pays this payout, and from which wallet. Only ever added to. */
export const paymentAssurances = pgTable(
  'payment_assurances',
  {
    merchantId: merchantId(),
    payoutId: payoutId(),
    chain: ofChain().notNull(),
    hash: hash('hash').notNull(),
    /** The wallet that they named as the merchant's; null where they named none. */
    sender: address('sender'),
    userId: userId(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...lowerCase(table.hash, table.sender),
    unique('payment_assurances_once').on(table.payoutId, table.hash, table.userId, table.sender).nullsNotDistinct(),
  ],
);

import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { words } from '@/db/checks';
import { id, time } from '@/db/columns';
import { operatorActorKinds, stopScopes } from '@/db/vocabulary/operators';
import { railIds } from '@/db/vocabulary/payouts';
import { assets } from './ledger';
import { merchants } from './merchants';
import { ofChain } from './of-chain';

/** Where nothing is signed or sent, from when to when, by whom and why. A row is lifted once and otherwise never changed. */
export const stops = pgTable(
  'stops',
  {
    id: id('id').primaryKey(),
    scope: text('scope', { enum: stopScopes }).notNull(),
    chain: ofChain(),
    rail: text('rail', { enum: railIds }),
    merchantId: id('merchant_id').references(() => merchants.id),
    /** A token, as the books name it: `base:USDC`. */
    asset: text('asset').references(() => assets.id),
    /** No new payouts of this merchant are made either. */
    suspends: boolean('suspends').notNull().default(false),
    reason: text('reason').notNull(),
    since: time('since').notNull(),
    byKind: text('by_kind', { enum: operatorActorKinds }).notNull(),
    byId: id('by_id').notNull(),
    liftedAt: time('lifted_at'),
    liftedByKind: text('lifted_by_kind', { enum: operatorActorKinds }),
    liftedById: id('lifted_by_id'),
    liftReason: text('lift_reason'),
  },
  (table) => [
    ...words(table.scope, table.rail, table.byKind, table.liftedByKind),
    check(
      'stops_scope_value',
      sql`(chain is not null) = (scope = 'chain') and (rail is not null) = (scope = 'rail')
        and (merchant_id is not null) = (scope = 'merchant') and (asset is not null) = (scope = 'token')`,
    ),
    check('stops_suspends', sql`not suspends or scope = 'merchant'`),
    check('stops_lifted', sql`num_nonnulls(lifted_at, lifted_by_kind, lifted_by_id, lift_reason) in (0, 4)`),
    uniqueIndex('stops_one_live')
      .on(table.scope, table.suspends, sql`coalesce(chain, rail, merchant_id, asset, '')`)
      .where(sql`lifted_at is null`),
    index('stops_of_merchant').on(table.merchantId),
    index('stops_of_asset').on(table.asset),
  ],
);

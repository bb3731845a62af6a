import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { notNegative, positive } from '@/db/checks';
import { id, time } from '@/db/columns';
import { merchants } from './merchants';
import { orders } from './orders';

/** How long a merchant's orders wait; without a row the usual times count. */
export const orderSettings = pgTable(
  'order_settings',
  {
    merchantId: id('merchant_id')
      .primaryKey()
      .references(() => merchants.id),
    /** From the delivery until the seller is paid, unless the category or the order says otherwise. */
    graceDays: integer('grace_days').notNull(),
    /** From a dispute until a person is alarmed. */
    disputeDays: integer('dispute_days').notNull(),
    categories: jsonb('categories').$type<Record<string, number>>().notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    ...notNegative(table.graceDays),
    ...positive(table.disputeDays),
    check('order_settings_categories_object', sql`jsonb_typeof(categories) = 'object'`),
  ],
);

/** The link of an order's buyer: to look, to take more time, to object. It ends with the order. */
export const orderLinks = pgTable('order_links', {
  orderId: id('order_id')
    .primaryKey()
    .references(() => orders.id),
  merchantId: id('merchant_id')
    .notNull()
    .references(() => merchants.id),
  tokenHash: text('token_hash').notNull().unique('order_links_by_token'),
  /** The token, sealed: each mail has the same link. */
  sealedToken: text('sealed_link').notNull(),
  createdAt: time('created_at').notNull(),
});

import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import { notNegative, positive } from '@/db/checks';
import { id, time } from '@/db/columns';
import { merchants } from './merchants';

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

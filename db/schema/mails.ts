import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, time } from '@/db/columns';
import { merchants } from './merchants';

/** Mails to send, written in the transaction that has something to say. */
export const mails = pgTable(
  'mails',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id').references(() => merchants.id),
    recipient: text('recipient').notNull(),
    /** Sealed like the body; plain in mails from before that was so. */
    subject: text('subject').notNull(),
    /** Sealed with the mail's id as purpose: it may hold a code. Both are emptied when the mail was sent outside demo mode. */
    body: text('body').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: time('next_attempt_at').notNull(),
    leaseUntil: time('lease_until'),
    leaseOwner: text('lease_owner'),
    /** After this the mail is worthless, as a code is, and is not sent any more. */
    worthlessAt: time('worthless_at'),
    sentAt: time('sent_at'),
    failedAt: time('failed_at'),
    error: text('error'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    index('mails_due').on(table.nextAttemptAt).where(sql`sent_at is null and failed_at is null`),
    index('mails_newest').on(table.recipient, table.id),
  ],
);

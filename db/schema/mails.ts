import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { notNegative, words } from '@/db/checks';
import { id, time } from '@/db/columns';
import { languages, mailKinds, mailStates } from '@/db/vocabulary/mails';
import { merchants } from './merchants';
import { payouts } from './payouts';

/** Mails to send, written in the transaction that has something to say. */
export const mails = pgTable(
  'mails',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id').references(() => merchants.id),
    /** The payout that it tells its recipient of, and what it is; both null for every other mail. */
    payoutId: id('payout_id').references(() => payouts.id),
    kind: text('kind', { enum: mailKinds }),
    recipient: text('recipient').notNull(),
    /** Sealed like the body; plain in mails from before that was so. */
    subject: text('subject').notNull(),
    /** Sealed with the mail's id as purpose: it may hold a code. Both are emptied when the mail was sent outside demo mode. */
    body: text('body').notNull(),
    /** The same as a page, sealed alike; null where plain text is all. */
    html: text('html'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: time('next_attempt_at').notNull(),
    leaseUntil: time('lease_until'),
    leaseOwner: text('lease_owner'),
    /** After this the mail is worthless, as a code is, and is not sent any more. */
    worthlessAt: time('worthless_at'),
    sentAt: time('sent_at'),
    failedAt: time('failed_at'),
    /** The mail server's own words, or what a report said. */
    error: text('error'),
    state: text('state', { enum: mailStates }).notNull().default('queued'),
    stateAt: time('state_at'),
    /** The server's number for its answer, and whether another try may do. */
    smtpCode: integer('smtp_code'),
    retryable: boolean('retryable'),
    /** The last state that the merchant was told of. */
    toldState: text('told_state', { enum: mailStates }),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.kind, table.state, table.toldState),
    ...notNegative(table.smtpCode),
    check('mails_kind_of_payout', sql`(payout_id is null) = (kind is null)`),
    index('mails_of_payout').on(table.payoutId, table.id).where(sql`payout_id is not null`),
    index('mails_to_tell')
      .on(table.id)
      .where(
        sql`payout_id is not null and state in ('refused', 'failed', 'bounced', 'complained', 'unsubscribed') and told_state is distinct from state`,
      ),
    index('mails_due').on(table.nextAttemptAt).where(sql`sent_at is null and failed_at is null`),
    index('mails_newest').on(table.recipient, table.id),
  ],
);

/** How the recipient of a payout is written to. The address itself is the payout's. */
export const invitations = pgTable(
  'invitations',
  {
    payoutId: id('payout_id')
      .primaryKey()
      .references(() => payouts.id),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    language: text('language', { enum: languages }),
    /** Whether the portal writes; otherwise the merchant brings the link to them. */
    notify: boolean('notify').notNull(),
    invitedAt: time('invited_at'),
    reminders: integer('reminders').notNull().default(0),
    nextReminderAt: time('next_reminder_at'),
    /** When a reader of the link wants it to be mailed again; null where none does. */
    askedFor: time('asked_for'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.language),
    ...notNegative(table.reminders),
    index('invitations_to_remind').on(table.nextReminderAt).where(sql`next_reminder_at is not null`),
    index('invitations_asked_for').on(table.askedFor).where(sql`asked_for is not null`),
  ],
);

/** Addresses that want no more invitations and reminders of a merchant. Codes, which they ask for, still go out. */
export const mailOptOuts = pgTable(
  'mail_opt_outs',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    email: text('email').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.email] })],
);

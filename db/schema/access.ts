import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, words } from '@/db/checks';
import { id, time } from '@/db/columns';
import { identityKinds, proofPurposes, roles, signInKinds } from '@/db/vocabulary/people';
import { merchants } from './merchants';
import { users } from './people';

/** Who is in a merchant's team. A member who leaves loses the row; the audit keeps what was. */
export const members = pgTable(
  'members',
  {
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    ...words(table.role),
    primaryKey({ columns: [table.merchantId, table.userId] }),
    index('members_of_user').on(table.userId, table.merchantId),
  ],
);

/** A place in a team for the person who proves an identity in time. */
export const invites = pgTable(
  'invites',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    role: text('role', { enum: roles }).notNull(),
    /** Null where the operator invited a first owner. */
    invitedBy: id('invited_by').references(() => users.id),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    acceptedAt: time('accepted_at'),
    acceptedBy: id('accepted_by').references(() => users.id),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    ...words(table.kind, table.role),
    ...lowerCase(table.value),
    uniqueIndex('invites_one_open')
      .on(table.merchantId, table.kind, table.value)
      .where(sql`accepted_at is null and revoked_at is null`),
    index('invites_of_identity').on(table.kind, table.value).where(sql`accepted_at is null and revoked_at is null`),
    index('invites_newest').on(table.merchantId, table.id),
  ],
);

/** A browser with a signed-in person. The cookie names the row; the row decides, at every request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    /** The merchant that the person looks at now; null for a person without a team, such as an operator. */
    merchantId: id('merchant_id').references(() => merchants.id),
    provedBy: text('proved_by', { enum: signInKinds }).notNull(),
    /** From where, at sign-in and since. */
    originAddress: text('origin_address'),
    userAgent: text('user_agent'),
    createdAt: time('created_at').notNull(),
    lastSeenAt: time('last_seen_at').notNull(),
    /** The end however busy the session is. */
    expiresAt: time('expires_at').notNull(),
    /** When the person last confirmed their identity, for what moves money or secrets. */
    steppedUpAt: time('stepped_up_at'),
    /** The same for what an operator changes: a proof at the desk opens nothing of the installation. */
    operatorSteppedUpAt: time('operator_stepped_up_at'),
    endedAt: time('ended_at'),
  },
  (table) => [
    ...words(table.provedBy),
    index('sessions_of_user').on(table.userId, table.id),
    index('sessions_by_end').on(table.expiresAt),
  ],
);

/** A number that a wallet or a passkey signs once. Only its hash is kept, and only the browser or session that asked for it can use it. */
export const signInNonces = pgTable(
  'sign_in_nonces',
  {
    hash: text('hash').primaryKey(),
    purpose: text('purpose', { enum: proofPurposes }).notNull(),
    /** `browser:` and the hash of a cookie, or `session:` and its id. */
    holder: text('holder').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    usedAt: time('used_at'),
  },
  (table) => [...words(table.purpose), index('sign_in_nonces_by_end').on(table.expiresAt)],
);

/** A code that was asked for, also for addresses that nobody has: those are just never sent one. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: id('id').primaryKey(),
    purpose: text('purpose', { enum: proofPurposes }).notNull(),
    email: text('email').notNull(),
    holder: text('holder').notNull(),
    /** Where it was asked for from; requests are counted by it. */
    network: text('network').notNull(),
    /** Hash of the known browser that asked, one which this address has signed in with before. Null: a stranger's. */
    device: text('device'),
    /** HMAC of the code with its id. */
    hash: text('hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    /** Used, or followed by a newer one. */
    endedAt: time('ended_at'),
  },
  (table) => [
    ...words(table.purpose),
    index('sign_in_codes_of_address').on(table.email, table.createdAt),
    index('sign_in_codes_of_network').on(table.network, table.createdAt),
    index('sign_in_codes_of_holder').on(table.holder, table.createdAt),
    index('sign_in_codes_by_end').on(table.expiresAt),
  ],
);

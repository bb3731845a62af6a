import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { codedReasons, lowerCase, words, wordsIn } from '@/db/checks';
import { address, id, time } from '@/db/columns';
import { operatorActorKinds, operatorRoles, operatorScopes } from '@/db/vocabulary/operators';
import { reasonCodes } from '@/db/vocabulary/reasons';
import { users } from './people';

/** Who runs the installation. An operator who leaves loses the row; the lines keep what was. */
export const operators = pgTable(
  'operators',
  {
    userId: id('user_id')
      .primaryKey()
      .references(() => users.id),
    role: text('role', { enum: operatorRoles }).notNull(),
    /** Null where a set-up link made them. */
    invitedBy: id('invited_by').references(() => users.id),
    createdAt: time('created_at').notNull(),
  },
  (table) => words(table.role),
);

/**
 * A link with which the person who opens it becomes an operator, once. A set-up link is made on the machine itself and
 * `invitedBy` nobody; at most one is open.
 */
export const operatorLinks = pgTable(
  'operator_links',
  {
    id: id('id').primaryKey(),
    /** sha256 of the token, hex. */
    hash: text('hash').notNull(),
    role: text('role', { enum: operatorRoles }).notNull(),
    invitedBy: id('invited_by').references(() => users.id),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    usedAt: time('used_at'),
    usedBy: id('used_by').references(() => users.id),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    ...words(table.role),
    uniqueIndex('operator_links_by_hash').on(table.hash),
    uniqueIndex('operator_links_one_set_up')
      .on(sql`(invited_by is null)`)
      .where(sql`invited_by is null and used_at is null and revoked_at is null`),
    check('operator_links_used', sql`num_nonnulls(used_at, used_by) in (0, 2)`),
  ],
);

/** A key for programs of operators, such as a platform that registers its merchants. */
export const operatorKeys = pgTable(
  'operator_keys',
  {
    id: id('id').primaryKey(),
    name: text('name').notNull(),
    /** First characters of the key, to recognise it by. */
    prefix: text('prefix').notNull(),
    /** sha256 of the key, hex. */
    hash: text('hash').notNull(),
    scopes: text('scopes', { enum: operatorScopes }).array().notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at'),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    wordsIn(table.scopes, operatorScopes),
    uniqueIndex('operator_keys_by_hash').on(table.hash),
    index('operator_keys_of_maker').on(table.createdBy),
  ],
);

/** What operators did, written with the change it tells of. Append-only. */
export const operatorLines = pgTable(
  'operator_lines',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    actorKind: text('actor_kind', { enum: operatorActorKinds }).notNull(),
    /** The person's id, the key's, or the job's name. */
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    /** What changed, as it was and as it is, and anything else worth knowing; never a secret. */
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    originAddress: text('origin_address'),
    userAgent: text('user_agent'),
    createdAt: time('created_at').notNull(),
    /** As that of a merchant's lines. */
    writtenIn: bigint('written_in', { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
  },
  (table) => [
    ...words(table.actorKind),
    codedReasons(table.detail, reasonCodes, 'because', 'unproven'),
    index('operator_lines_of_subject').on(table.subjectId, table.id),
    index('operator_lines_in_order').on(table.writtenIn, table.id),
  ],
);

/** The operators' lines as a chain, as those of a merchant are. Append-only. */
export const operatorSeals = pgTable(
  'operator_seals',
  {
    lineId: bigint('line_id', { mode: 'bigint' })
      .primaryKey()
      .references(() => operatorLines.id),
    /** 1, 2, 3 … without a gap. */
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    sealedAt: time('sealed_at').notNull(),
  },
  (table) => [uniqueIndex('operator_seals_in_sequence').on(table.sequence)],
);

/** One row: the newest seal of the operators' chain. */
export const operatorHead = pgTable(
  'operator_head',
  {
    key: text('key').primaryKey(),
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    hash: text('hash').notNull(),
  },
  () => [check('operator_head_one', sql`key = 'operator_lines'`)],
);

/** One row: what operators chose for the whole installation. */
export const installation = pgTable(
  'installation',
  {
    key: text('key').primaryKey(),
    /** Whether a person without a team may create a business. */
    selfRegistration: boolean('self_registration').notNull().default(false),
    /** When an operator last said that a backup was made and can be restored, and who. */
    backupAt: time('backup_at'),
    backupBy: id('backup_by').references(() => users.id),
    /** Where the fees of vaults that are added from now on go; null: they stay in the vault. */
    feeCollector: address('fee_collector'),
    /** HMAC of the code in the last test mail, and when a code came back: a mail arrived then. */
    mailCodeHash: text('mail_code_hash'),
    mailArrivedAt: time('mail_arrived_at'),
    /** A demo has run on this database, so that everybody may have had it: no other portal takes it. Never taken back. */
    demoSince: time('demo_since'),
  },
  (table) => [
    check('installation_one', sql`key = 'installation'`),
    ...lowerCase(table.feeCollector),
    check('installation_backup', sql`num_nonnulls(backup_at, backup_by) in (0, 2)`),
  ],
);

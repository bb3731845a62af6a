import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { lowerCase, notNegative, words, wordsIn } from '@/db/checks';
import { bytes, id, time } from '@/db/columns';
import { identityKinds, passkeyTransports } from '@/db/vocabulary/people';
import { ofChain } from './of-chain';

/** A person. Who they are to us is what they can prove: their identities. */
export const users = pgTable('users', {
  id: id('id').primaryKey(),
  /** In which zone the desk tells them times and counts days. */
  timeZone: text('time_zone').notNull().default('UTC'),
  createdAt: time('created_at').notNull(),
});

/** A wallet or a mail address that a person signs in with. It belongs to one person. */
export const identities = pgTable(
  'identities',
  {
    kind: text('kind', { enum: identityKinds }).notNull(),
    /** Lower case: an EVM address or a mail address. */
    value: text('value').notNull(),
    /** The network of a contract wallet; elsewhere its address may be a stranger's. Null: no contract signed yet. */
    chain: ofChain(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at'),
  },
  (table) => [
    ...words(table.kind),
    ...lowerCase(table.value),
    primaryKey({ columns: [table.kind, table.value] }),
    index('identities_of_user').on(table.userId, table.kind),
  ],
);

/** A passkey of a person, beside their identities: it proves the person, and none of their addresses. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    /** What the authenticator calls it, in base64url. */
    credentialId: text('credential_id').notNull(),
    /** The public key as COSE has it. */
    publicKey: bytes('public_key').notNull(),
    /** The authenticator's own count of signatures; one that does not count says 0 for ever. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports', { enum: passkeyTransports }).array().notNull(),
    /** Whether it is kept in an account of the person, and so on several devices. */
    synced: boolean('synced').notNull(),
    name: text('name').notNull(),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at'),
  },
  (table) => [
    ...notNegative(table.counter),
    wordsIn(table.transports, passkeyTransports),
    check('passkeys_credential', sql`credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) between 16 and 1400`),
    uniqueIndex('passkeys_by_credential').on(table.credentialId),
    index('passkeys_of_user').on(table.userId, table.id),
  ],
);

import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { lowerCase, words } from '@/db/checks';
import { id, time } from '@/db/columns';
import { chainKeys, identityKinds } from '@/db/vocabulary';

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
    chain: text('chain', { enum: chainKeys }),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at'),
  },
  (table) => [
    ...words(table.kind, table.chain),
    ...lowerCase(table.value),
    primaryKey({ columns: [table.kind, table.value] }),
    index('identities_of_user').on(table.userId, table.kind),
  ],
);

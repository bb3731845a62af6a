import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** A migration of much data may say nothing for hours. */
const longestMigrationMs = 86_400_000;

/** Brings a database up to date; safe to run by several processes at once (an advisory lock lets one work). */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, sql, close } = connect(url, 1, { silenceMs: longestMigrationMs });
  try {
    await sql`select pg_advisory_lock(7301)`;
    await migrate(db, { migrationsFolder });
    // The portal's health tells whether the database is of its version; for that its role must be able to look.
    await sql`do $$ begin if exists (select from pg_roles where rolname = 'drawbridge_app') then
      grant usage on schema drizzle to drawbridge_app;
      grant select on drizzle.__drizzle_migrations to drawbridge_app;
    end if; end $$`;
  } finally {
    await close();
  }
}

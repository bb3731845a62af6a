import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings a database up to date; safe to run by several processes at once (an advisory lock lets one work). */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, sql, close } = connect(url, 1);
  try {
    await sql`select pg_advisory_lock(7301)`;
    await migrate(db, { migrationsFolder });
  } finally {
    await close();
  }
}

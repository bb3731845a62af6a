import { migrateDatabase } from '@/db/migrate';

const url = process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set: give the address of the database to migrate.');
  process.exit(1);
}
await migrateDatabase(url);
console.log('The database is up to date.');

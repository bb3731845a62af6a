import { migrateDatabase, UnknownSchema } from '@/db/migrate';
import { shippedRows } from '@/lib/chains/shipped-rows';

const url = process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set: give the address of the database to migrate.');
  process.exit(1);
}
try {
  await migrateDatabase(url, shippedRows);
} catch (error) {
  if (!(error instanceof UnknownSchema)) throw error;
  console.error(`${error.message}: give an empty one.`);
  process.exit(1);
}
console.log('The database is up to date.');

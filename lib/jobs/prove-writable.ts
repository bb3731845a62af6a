import type { Database } from '@/db/client';
import { insertSignOfLife } from './store';

/** Fails where the database takes no writes. */
export async function proveWritable(db: Database): Promise<void> {
  await insertSignOfLife(db);
}

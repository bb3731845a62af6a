import type { Tx } from '@/db/client';
import { insertAssets } from './asset-store';

/** What can be booked from now on, for ever. Answers the ids of those that were not there before. */
export function addAssets(tx: Tx, rows: Parameters<typeof insertAssets>[1]): Promise<string[]> {
  return insertAssets(tx, rows);
}

import type { Tx } from '@/db/client';
import { assets } from '@/db/schema';

/** Those that are there already stay as they are. */
export async function insertAssets(tx: Tx, rows: readonly (typeof assets.$inferInsert)[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(assets)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: assets.id });
  return added.map(({ id }) => id);
}

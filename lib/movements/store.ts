import { and, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { tokenOpenings, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

/** From which block on the books of each vault of a chain follow each added token. */
export type TokenOpening = { vaultId: string; address: string; symbol: string; block: bigint };

export async function selectTokenOpenings(db: Queryable, chain: ChainKey): Promise<TokenOpening[]> {
  const { vaultId, symbol, block } = tokenOpenings;
  return db
    .select({ vaultId, symbol, block, address: vaults.address })
    .from(tokenOpenings)
    .innerJoin(vaults, eq(vaults.id, tokenOpenings.vaultId))
    .where(eq(vaults.chain, chain));
}

/** False where it is open already: what was booked then stands. */
export async function insertTokenOpening(tx: Tx, row: typeof tokenOpenings.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(tokenOpenings).values(row).onConflictDoNothing().returning();
  return rows.length === 1;
}

export async function findTokenOpening(db: Queryable, vaultId: string, symbol: string): Promise<bigint | null> {
  const of = and(eq(tokenOpenings.vaultId, vaultId), eq(tokenOpenings.symbol, symbol));
  const [row] = await db.select({ block: tokenOpenings.block }).from(tokenOpenings).where(of);
  return row?.block ?? null;
}

import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchantAssets, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary';

export type Vault = typeof vaults.$inferSelect;
export type Terms = typeof merchantAssets.$inferSelect;

export async function selectVaultsOf(db: Queryable, merchantId: string): Promise<Vault[]> {
  return db.select().from(vaults).where(eq(vaults.merchantId, merchantId)).orderBy(asc(vaults.chain));
}

export async function findVault(db: Queryable, merchantId: string, id: string): Promise<Vault | null> {
  const [row] = await db
    .select()
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.id, id)));
  return row ?? null;
}

export async function selectTermsOf(db: Queryable, merchantId: string): Promise<Terms[]> {
  return db
    .select()
    .from(merchantAssets)
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(asc(merchantAssets.symbol));
}

export type Paid = { chain: ChainKey; symbol: string; total: bigint; first: Date };

/** What left the vaults by claims since a moment, fees included, per asset, with the first of them. From one index. */
export async function sumPaid(db: Queryable, merchantId: string, since: Date): Promise<Paid[]> {
  const rows = await db.execute<{ chain: ChainKey; symbol: string; total: string; first: string }>(sql`
    select chain, symbol, sum(gross)::text as total, min(completed_at)::text as first
    from payouts
    where merchant_id = ${merchantId} and completed_at is not null and completed_at >= ${since.toISOString()}::timestamptz
      and rail = 'contract'
    group by chain, symbol`);
  return rows.map(({ chain, symbol, total, first }) => ({
    chain,
    symbol,
    total: BigInt(total),
    first: new Date(first),
  }));
}

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

/** What left the vaults by payouts since a moment, per asset, with the first of them. */
export async function sumPaid(db: Queryable, merchantId: string, since: Date): Promise<Paid[]> {
  const rows = await db.execute<{ chain: ChainKey; symbol: string; total: string; first: string }>(sql`
    select e.chain, e.symbol, sum(e.amount)::text as total, min(p.created_at)::text as first
    from postings p join entries e on e.posting_id = p.id
    where p.merchant_id = ${merchantId} and p.kind = 'settle' and p.created_at >= ${since.toISOString()}::timestamptz
      and e.credit = 'committed'
    group by e.chain, e.symbol`);
  return rows.map(({ chain, symbol, total, first }) => ({
    chain,
    symbol,
    total: BigInt(total),
    first: new Date(first),
  }));
}

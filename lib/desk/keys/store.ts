import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewayAssets, vaultChecks, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type There = { chain: ChainKey; symbol: string; amount: bigint };

/** What a merchant's vaults could pay, and its gateways' hot wallets, as they were last looked at. */
export async function selectThere(db: Queryable, merchantId: string): Promise<There[]> {
  const ofVaults = db
    .select({ chain: vaults.chain, symbol: vaultChecks.symbol, amount: sql<string>`${vaultChecks.payable}::text` })
    .from(vaultChecks)
    .innerJoin(vaults, and(eq(vaults.merchantId, vaultChecks.merchantId), eq(vaults.id, vaultChecks.vaultId)))
    .where(eq(vaultChecks.merchantId, merchantId));
  const ofGateways = db
    .select({
      chain: gatewayAssets.chain,
      symbol: gatewayAssets.symbol,
      amount: sql<string>`${gatewayAssets.held}::text`,
    })
    .from(gatewayAssets)
    .where(and(eq(gatewayAssets.merchantId, merchantId), isNull(gatewayAssets.endedAt)));
  const rows = (await Promise.all([ofVaults, ofGateways])).flat();
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

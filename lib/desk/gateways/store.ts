import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewayAssets, merchantAssets, payouts } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { portalRails } from '@/lib/rails/traits';

export type Waiting = { chain: ChainKey; symbol: string; waiting: number; promised: bigint };

/** What a merchant's gateways are to send and have not sent, by asset. */
export async function sumWaiting(db: Queryable, merchantId: string): Promise<Waiting[]> {
  const rows = await db
    .select({
      ...{ chain: payouts.chain, symbol: payouts.symbol, waiting: count() },
      promised: sql<string>`sum(${payouts.net})::text`,
    })
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        inArray(payouts.rail, portalRails()),
        inArray(payouts.status, ['pending', 'awaiting_approval']),
      ),
    )
    .groupBy(payouts.chain, payouts.symbol);
  return rows.map(({ promised, ...row }) => ({ ...row, promised: BigInt(promised) }));
}

/** What the merchant pays out and no gateway pays. */
export async function selectFreeAssets(db: Queryable, merchantId: string) {
  const paid = and(
    eq(gatewayAssets.merchantId, merchantAssets.merchantId),
    eq(gatewayAssets.chain, merchantAssets.chain),
    eq(gatewayAssets.symbol, merchantAssets.symbol),
    isNull(gatewayAssets.endedAt),
  );
  return db
    .select({ chain: merchantAssets.chain, symbol: merchantAssets.symbol })
    .from(merchantAssets)
    .leftJoin(gatewayAssets, paid)
    .where(and(eq(merchantAssets.merchantId, merchantId), isNull(gatewayAssets.gatewayId)))
    .orderBy(asc(merchantAssets.chain), asc(merchantAssets.symbol));
}

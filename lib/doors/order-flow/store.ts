import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewayAssets, gatewaySubmissions, payouts } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Key, Payout } from '@/lib/payouts/store';

/** The networks on which a gateway of this merchant pays an asset now. */
export async function coveredChains(db: Queryable, merchantId: string, symbol: string): Promise<ChainKey[]> {
  const rows = await db
    .select({ chain: gatewayAssets.chain })
    .from(gatewayAssets)
    .where(
      and(eq(gatewayAssets.merchantId, merchantId), eq(gatewayAssets.symbol, symbol), isNull(gatewayAssets.endedAt)),
    )
    .orderBy(asc(gatewayAssets.chain));
  return rows.map(({ chain }) => chain);
}

/** What gateways call the latest attempts of these payouts; payouts without such a name are not in it. */
export async function taskIdsOf(db: Queryable, merchantId: string, payoutIds: readonly string[]) {
  if (payoutIds.length === 0) return new Map<string, string | null>();
  const rows = await db
    .selectDistinctOn([gatewaySubmissions.payoutId], {
      payoutId: gatewaySubmissions.payoutId,
      taskId: gatewaySubmissions.taskId,
    })
    .from(gatewaySubmissions)
    .where(
      and(
        eq(gatewaySubmissions.merchantId, merchantId),
        inArray(gatewaySubmissions.payoutId, [...payoutIds]),
        isNotNull(gatewaySubmissions.taskId),
      ),
    )
    .orderBy(gatewaySubmissions.payoutId, desc(gatewaySubmissions.attempt));
  return new Map(rows.map(({ payoutId, taskId }) => [payoutId, taskId]));
}

/** What an order was released by, the newest first. */
export async function selectReleases(db: Queryable, { merchantId, id }: Key): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.orderId, id), eq(payouts.orderSide, 'release')))
    .orderBy(desc(payouts.id));
}

/** The payout of which a gateway speaks by this name. Two gateways could give one name: the newest is meant. */
export async function findPayoutOfTask(db: Queryable, merchantId: string, taskId: string): Promise<string | null> {
  const [row] = await db
    .select({ payoutId: gatewaySubmissions.payoutId })
    .from(gatewaySubmissions)
    .where(and(eq(gatewaySubmissions.merchantId, merchantId), eq(gatewaySubmissions.taskId, taskId)))
    .orderBy(desc(gatewaySubmissions.id))
    .limit(1);
  return row?.payoutId ?? null;
}

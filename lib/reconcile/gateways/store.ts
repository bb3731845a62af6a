import { and, eq, gt, inArray, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewaySubmissions, gateways, payouts, transfers } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveSubmissionStatuses } from '@/db/vocabulary/gateways';

/** What was handed to a gateway, and what the books know of it. */
export async function selectHanded(db: Queryable, merchantId: string, chain: ChainKey, after: Date) {
  return db
    .select({ submission: gatewaySubmissions, gateway: gateways, payout: payouts, transfer: transfers })
    .from(gatewaySubmissions)
    .innerJoin(gateways, eq(gateways.id, gatewaySubmissions.gatewayId))
    .innerJoin(payouts, eq(payouts.id, gatewaySubmissions.payoutId))
    .innerJoin(transfers, eq(transfers.id, gatewaySubmissions.transferId))
    .where(
      and(
        ...[eq(gatewaySubmissions.merchantId, merchantId), eq(gatewaySubmissions.chain, chain)],
        or(gt(gatewaySubmissions.updatedAt, after), inArray(gatewaySubmissions.status, [...liveSubmissionStatuses])),
      ),
    )
    .orderBy(gatewaySubmissions.gatewayId, gatewaySubmissions.id);
}
export type Handed = Awaited<ReturnType<typeof selectHanded>>[number];

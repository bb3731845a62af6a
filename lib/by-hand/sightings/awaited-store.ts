import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { paymentSignings, payouts, transfers } from '@/db/schema';
import type { Payout } from '@/lib/payouts/store';
import { byHand, maxReorgBlocks, openStatuses, provedItsSender } from './store';

type PaidLog = {
  log: { from: string; recipient: string; blockNumber: bigint };
  nonce: number | null;
  /** What was made after this cannot be meant. */
  latest: Date;
};

/**
 * Whether another merchant that has proved the same wallet awaits the same payment: payee, token and amount, prepared
 * neither after it nor above its number in the wallet.
 */
export async function isAwaitedElsewhere(db: Queryable, payout: Payout, paid: PaidLog): Promise<boolean> {
  const { log, nonce, latest } = paid;
  const rows = await db
    .select({ id: transfers.id })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(paymentSignings, eq(paymentSignings.id, transfers.signingId))
    .where(
      and(
        byHand(payout.chain),
        ne(transfers.merchantId, payout.merchantId),
        inArray(transfers.status, [...openStatuses]),
        eq(transfers.sender, log.from),
        eq(payouts.token, payout.token),
        eq(payouts.recipientAddress, log.recipient),
        eq(payouts.net, payout.net),
        or(isNull(transfers.preparedBlock), lte(transfers.preparedBlock, log.blockNumber + maxReorgBlocks)),
        lte(payouts.createdAt, latest),
        nonce === null ? undefined : or(isNull(paymentSignings.id), lte(paymentSignings.nonceFloor, nonce)),
        provedItsSender,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

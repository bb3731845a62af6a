import { and, desc, eq, gt, inArray, isNotNull, min } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { payouts, transfers } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import { handRails } from '@/lib/rails/traits';
import { type Candidate, candidateStatuses } from './match';

/** Unpaid payouts by hand to one address, newest first. */
export async function selectCandidates(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  recipient: string,
): Promise<Candidate[]> {
  const rows = await db
    .select({ payout: payouts, live: transfers })
    .from(payouts)
    .leftJoin(transfers, and(eq(transfers.payoutId, payouts.id), inArray(transfers.status, [...liveTransferStatuses])))
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        inArray(payouts.rail, handRails()),
        eq(payouts.chain, chain),
        eq(payouts.recipientAddress, recipient),
        inArray(payouts.status, [...candidateStatuses]),
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(200);
  return rows;
}

/** When the oldest payout by hand was made that a payment could be meant for; `after` is when the latest of them ran out. */
export async function findOldestCandidate(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  after: Date,
): Promise<Date | null> {
  const [row] = await db
    .select({ createdAt: min(payouts.createdAt) })
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        inArray(payouts.rail, handRails()),
        eq(payouts.chain, chain),
        isNotNull(payouts.recipientAddress),
        inArray(payouts.status, [...candidateStatuses]),
        gt(payouts.expiresAt, after),
      ),
    );
  return row?.createdAt ?? null;
}

/** The payout of this merchant that has paid the same to the same address before: a hint at a payment made twice. */
export async function findPaidAlike(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  paid: { recipient: string; token: string; amount: bigint },
) {
  const [row] = await db
    .select({ id: payouts.id, reference: payouts.reference })
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        eq(payouts.chain, chain),
        eq(payouts.recipientAddress, paid.recipient),
        eq(payouts.token, paid.token),
        eq(payouts.net, paid.amount),
        eq(payouts.status, 'completed'),
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(1);
  return row ?? null;
}

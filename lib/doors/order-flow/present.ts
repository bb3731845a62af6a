import type { Queryable } from '@/db/client';
import { inFlowWords, isSellerPayment, purchaseOf } from '@/lib/wire/order-flow';
import type { PayoutAnswer } from '@/lib/wire/payout';
import type { OutgoingPayment } from './schema';
import { taskIdsOf } from './store';

/** Payouts of one merchant in the words of the order flow, each with what its gateway calls it. */
export async function presentPayments(
  db: Queryable,
  merchantId: string,
  payouts: readonly PayoutAnswer[],
): Promise<OutgoingPayment[]> {
  const ids = payouts.map(({ id }) => id);
  const tasks = await taskIdsOf(db, merchantId, ids);
  return payouts.map((payout) => presentPayment(payout, tasks.get(payout.id) ?? payout.id));
}

export async function presentOne(db: Queryable, merchantId: string, payout: PayoutAnswer): Promise<OutgoingPayment> {
  const tasks = await taskIdsOf(db, merchantId, [payout.id]);
  return presentPayment(payout, tasks.get(payout.id) ?? payout.id);
}

function presentPayment(payout: PayoutAnswer, providerPaymentId: string): OutgoingPayment {
  const [status, escrowState] = inFlowWords(payout);
  const { transfer, metadata } = payout;
  return {
    id: payout.id,
    _id: payout.id,
    direction: 'out',
    status,
    escrowState,
    payoutStatus: payout.status,
    amount: payout.net,
    currency: payout.asset,
    network: payout.chain,
    rail: payout.rail,
    provider: payout.rail,
    providerPaymentId,
    reference: payout.reference,
    ...purchaseOf(metadata),
    metadata: isSellerPayment(metadata) ? { ...metadata, shkeeperTaskId: providerPaymentId } : metadata,
    failureReason: payout.failure_reason,
    blockchain: {
      transactionHash: transfer?.hash ?? null,
      receiver: payout.recipient.address ?? transfer?.recipient ?? null,
      confirmations: transfer?.confirmations ?? 0,
      confirmationsNeeded: transfer?.confirmations_needed ?? null,
    },
    createdAt: payout.created_at,
    updatedAt: payout.updated_at,
    completedAt: payout.completed_at,
  };
}

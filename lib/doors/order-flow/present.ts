import { inFlowWords, isSellerPayment, purchaseOf } from '@/lib/wire/order-flow';
import type { PayoutAnswer } from '@/lib/wire/payout';
import type { OutgoingPayment } from './schema';

/** A payout in the words of the order flow; `taskId` is what its gateway calls it, once that is known. */
export function presentPayment(payout: PayoutAnswer, taskId: string | undefined): OutgoingPayment {
  const [status, escrowState] = inFlowWords(payout);
  const { transfer, metadata } = payout;
  const providerPaymentId = taskId ?? payout.id;
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

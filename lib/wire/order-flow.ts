import { z } from 'zod';
import type { PayoutStatus } from '@/db/vocabulary/payouts';

/** The words of the order flow for our payouts: on the addresses that its backend calls, and in what it is told. */

export const flowStatuses = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export const escrowStates = ['releasable', 'releasing', 'released', 'refunded', 'failed', 'funded'] as const;
type FlowWords = readonly [(typeof flowStatuses)[number], (typeof escrowStates)[number]];

const flowWords = {
  awaiting_approval: ['pending', 'releasable'],
  pending: ['pending', 'releasable'],
  processing: ['processing', 'releasing'],
  completed: ['completed', 'released'],
  failed: ['failed', 'failed'],
  cancelled: ['cancelled', 'funded'],
  expired: ['cancelled', 'funded'],
} as const satisfies Record<PayoutStatus, FlowWords>;

/** What goes back to the buyer of an order releases nothing to its seller. */
const refundWords: Partial<Record<PayoutStatus, FlowWords>> = {
  awaiting_approval: ['pending', 'releasing'],
  pending: ['pending', 'releasing'],
  completed: ['completed', 'refunded'],
};

/** What marks the metadata of a payout that pays the seller of a purchase. */
export const sellerPayment = 'seller-payment';

/** What the references of a purchase's payments begin with. Ids of the order flow have no colon. */
export function sellerPaymentPrefix(purchaseRequestId: string): string {
  return `out:${purchaseRequestId}:`;
}

/** Whose purchase a payout pays for, as the order flow named it; null in all of them for any other payout. */
export const purchase = z.object({
  purchaseRequestId: z.string().nullable(),
  sellerOfferId: z.string().nullable(),
  buyerId: z.string().nullable(),
  sellerId: z.string().nullable(),
});
export type Purchase = z.infer<typeof purchase>;

export function isSellerPayment(metadata: Readonly<Record<string, string>>): boolean {
  return metadata.payoutType === sellerPayment;
}

/** `status` and `escrowState`. The order flow says `releasing` of a seller's payout as soon as it is asked for. */
export function inFlowWords(payout: { status: PayoutStatus; metadata: Readonly<Record<string, string>> }): FlowWords {
  if (payout.status === 'pending' && isSellerPayment(payout.metadata)) return ['pending', 'releasing'];
  const { status, metadata } = payout;
  return (metadata.order_side === 'refund' ? refundWords[status] : undefined) ?? flowWords[status];
}

export function purchaseOf(metadata: Readonly<Record<string, string>>): Purchase {
  const known: Readonly<Record<string, string>> = isSellerPayment(metadata) ? metadata : {};
  const { purchaseRequestId = null, sellerOfferId = null, buyerId = null, sellerId = null } = known;
  return { purchaseRequestId, sellerOfferId, buyerId, sellerId };
}

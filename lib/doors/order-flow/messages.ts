import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { PayoutAnswer } from '@/lib/wire/payout';

/** How a payment stands, in a sentence for the order flow's admins. */
const words: Readonly<Record<PayoutStatus, string>> = {
  awaiting_approval: 'Your rules ask for approval. It is paid once it is approved.',
  pending: 'It is about to be sent. Nothing has moved yet.',
  processing: 'The payment is under way. It completes by itself when the network has confirmed it.',
  completed: 'The network has confirmed this payment.',
  failed: 'The payment failed; failureReason says why. A member can try it again at the desk.',
  cancelled: 'It was cancelled.',
  expired: 'It was not paid in time.',
};

export function messageOf({ status, awaiting_funds, obstacle }: PayoutAnswer): string {
  if (awaiting_funds) return 'It waits until what it is paid from is filled up, and goes on by itself.';
  if (obstacle) return 'Something keeps it from being paid now. It goes on by itself once that has passed.';
  return words[status];
}

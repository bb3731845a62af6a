import { obstacleWords } from '@/components/desk/words/obstacle-words';
import { wordsOf } from '@/components/rails/registry';
import type { Tone } from '@/components/ui/status';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { PayoutNeed, PayoutRow } from '@/lib/desk/list/schema';

export const statusWords: Record<PayoutStatus, string> = {
  awaiting_approval: 'Waits for approval',
  pending: 'To be claimed or paid',
  processing: 'On its way',
  completed: 'Paid',
  failed: 'Failed',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

export const needWords: Record<PayoutNeed, string> = {
  approval: 'Waits for approval',
  payment: 'To be paid by hand',
  funds: 'Waits for funds',
  blocked: 'Not payable for another reason',
  stuck: 'On its way for too long',
  failed: 'Failed',
  unknown: 'Outcome unknown',
};

const tones: Record<PayoutStatus, Tone> = {
  awaiting_approval: 'warn',
  pending: 'quiet',
  processing: 'busy',
  completed: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  expired: 'quiet',
};

type Facts = Pick<PayoutRow, 'status' | 'obstacle' | 'cancellation' | 'rail' | 'delivery' | 'transfer'>;

/** How a payout stands, in the words of the member who has to look after it. */
export function standingOf({ status, obstacle, cancellation, rail, delivery, transfer }: Facts): {
  tone: Tone;
  words: string;
} {
  if (transfer?.status === 'unknown') return { tone: 'warn', words: 'Outcome unknown' };
  if (status === 'processing' && transfer?.status === 'differs') return { tone: 'bad', words: 'Paid otherwise' };
  if (status === 'pending' && cancellation) return { tone: 'quiet', words: 'Being cancelled' };
  if (status === 'pending' && obstacle) return { tone: 'warn', words: obstacleWords[obstacle.cause].standing };
  if (status === 'pending') return { tone: 'quiet', words: wordsOf(rail, delivery).pending };
  if (status === 'processing' && transfer?.status === 'confirming') {
    return { tone: 'busy', words: `Confirming ${transfer.confirmations}/${transfer.confirmations_needed}` };
  }
  return { tone: tones[status], words: statusWords[status] };
}

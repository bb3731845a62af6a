import type { TransferStatus } from '@/db/vocabulary/payouts';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { isByHand } from '@/lib/rails/traits';

const undecided: readonly TransferStatus[] = ['prepared', 'submitted', 'unknown'];

/** Whether a payment by hand of this payout is open and in no block: until it ends, nothing pays or cancels the payout. */
export function hasOpenOutcome({ payout, moments }: PayoutStory): boolean {
  if (!isByHand(payout.rail)) return false;
  const lines = moments.flatMap((moment) => moment.lines);
  return lines.some((line) => line.type === 'transfer' && undecided.includes(line.transfer.status));
}

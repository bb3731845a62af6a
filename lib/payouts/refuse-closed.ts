import { Refusal } from '@/lib/kernel/errors';
import type { Payout } from './store';

/** Whether its recipient may still fetch it. Refuses: already_paid, transfer_in_progress, link_cancelled, link_expired, payout_state. */
export function refuseClosed(payout: Payout, now: Date): void {
  if (payout.status === 'completed') throw new Refusal('already_paid');
  if (payout.status === 'processing') throw new Refusal('transfer_in_progress');
  if (payout.status === 'cancelled' || payout.cancelRequestedAt) throw new Refusal('link_cancelled');
  if (payout.status === 'expired' || payout.expiresAt <= now) throw new Refusal('link_expired');
  if (payout.status !== 'pending') throw new Refusal('payout_state', { detail: `The payout is ${payout.status}.` });
}

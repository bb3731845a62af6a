import type { EventType } from '@/db/vocabulary/events';
import type { PayoutStatus } from '@/db/vocabulary/payouts';

/**
 * Who may follow whom; nothing else decides it. `processing` after `cancelled` or `expired` is a payment that the chain
 * still made: it is booked and shown, never ignored.
 */
export const followers = {
  awaiting_approval: ['pending', 'cancelled', 'expired'],
  pending: ['processing', 'cancelled', 'expired'],
  processing: ['completed', 'pending', 'failed'],
  completed: ['failed'],
  failed: ['pending', 'processing', 'cancelled'],
  cancelled: ['processing'],
  expired: ['processing'],
} as const satisfies Record<PayoutStatus, readonly PayoutStatus[]>;

export function mayFollow(from: PayoutStatus, to: PayoutStatus): boolean {
  const list: readonly PayoutStatus[] = followers[from];
  return list.includes(to);
}

/** While a payout is in one of these, its money is set aside in the ledger. */
export const reservedStatuses = ['awaiting_approval', 'pending', 'processing'] as const;

export function isReserved(status: PayoutStatus): boolean {
  const list: readonly PayoutStatus[] = reservedStatuses;
  return list.includes(status);
}

/** What the merchant is told when a payout arrives at a status; going back to `pending` is no news by itself. */
export const eventOf = {
  awaiting_approval: null,
  pending: null,
  processing: 'payout.processing',
  completed: 'payout.completed',
  failed: 'payout.failed',
  cancelled: 'payout.cancelled',
  expired: 'payout.expired',
} as const satisfies Record<PayoutStatus, EventType | null>;

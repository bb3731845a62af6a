/** Closed lists of words about events and what they are about. */

export const payoutEventTypes = [
  'payout.created',
  'payout.approved',
  'payout.requoted',
  'payout.awaiting_funds',
  'payout.not_payable',
  'payout.processing',
  'payout.completed',
  'payout.failed',
  'payout.cancelled',
  'payout.expired',
  'payout.recipient_changed',
  'mail.failed',
  'mail.bounced',
  'mail.complained',
  'claim.recipient_disputed',
] as const;

/** What is told of an order: its new status, that something else of it changed, or that a payout of it came to nothing. */
export const orderEventTypes = [
  'order.created',
  'order.funded',
  'order.delivered',
  'order.releasing',
  'order.partially_released',
  'order.released',
  'order.on_hold',
  'order.resumed',
  'order.disputed',
  'order.dispute_overdue',
  'order.refunding',
  'order.refunded',
  'order.cancelled',
  'order.not_sent',
  'order.updated',
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];

/** What is told of a payout, and of what else. */
export const eventTypes = [...payoutEventTypes, 'wallet.verified', ...orderEventTypes] as const;
export type PayoutEventType = (typeof payoutEventTypes)[number];
export type EventType = (typeof eventTypes)[number];

/** What a posting may be about. */
export const subjectKinds = ['payout', 'order'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What an event tells of. */
export const eventSubjects = [...subjectKinds, 'wallet_verification'] as const;
export type EventSubject = (typeof eventSubjects)[number];

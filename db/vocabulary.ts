/** Closed lists of words: the one place where database, API and pages learn them. */

export const payoutStatuses = [
  'awaiting_approval',
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'expired',
] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

export const transferStatuses = [
  'prepared',
  'submitted',
  'confirming',
  'confirmed',
  'reverted',
  'replaced',
  'dropped',
  'unknown',
] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/** Statuses of a transfer that may still move money: a payout has at most one such transfer. */
export const liveTransferStatuses = ['prepared', 'submitted', 'confirming', 'unknown'] as const;

export const recipientTypes = ['wallet', 'email', 'anyone'] as const;
export type RecipientType = (typeof recipientTypes)[number];

export const railIds = ['contract'] as const;
export type RailId = (typeof railIds)[number];

export const feePayers = ['recipient', 'merchant'] as const;
export type FeePayer = (typeof feePayers)[number];

export const chainKeys = ['local', 'ethereum', 'base', 'arbitrum', 'polygon', 'bsc', 'sepolia'] as const;
export type ChainKey = (typeof chainKeys)[number];

export const eventTypes = [
  'payout.created',
  'payout.awaiting_funds',
  'payout.processing',
  'payout.completed',
  'payout.failed',
  'payout.cancelled',
  'payout.expired',
] as const;
export type EventType = (typeof eventTypes)[number];

export const dialects = ['standard'] as const;
export type Dialect = (typeof dialects)[number];

export const deliveryStatuses = ['pending', 'delivered', 'exhausted'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const endpointStatuses = ['active', 'paused'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

export const accountKinds = ['external', 'available', 'committed', 'paid', 'fees', 'suspense'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const postingKinds = ['deposit', 'outflow', 'reserve', 'settle', 'release', 'reversal'] as const;
export type PostingKind = (typeof postingKinds)[number];

export const scopes = ['payouts:read', 'payouts:write', 'webhooks:read', 'webhooks:write'] as const;
export type Scope = (typeof scopes)[number];

export const actorKinds = ['api_key', 'claimant', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

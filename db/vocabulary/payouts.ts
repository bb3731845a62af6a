/** Closed lists of words about payouts and their transfers. */

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
  'differs',
] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/**
 * Statuses of a transfer that stands in the way of another one, as it may still move money or has moved it otherwise than
 * agreed (`differs`): a payout has at most one such transfer.
 */
export const liveTransferStatuses = ['prepared', 'submitted', 'confirming', 'unknown', 'differs'] as const;

export const recipientTypes = ['wallet', 'email', 'anyone'] as const;
export type RecipientType = (typeof recipientTypes)[number];

/** What the wallet that a payout is for has to do before it is paid, besides being it. */
export const recipientProofs = ['none', 'signature'] as const;
export type RecipientProof = (typeof recipientProofs)[number];

/**
 * Why an open payout cannot be paid now, as `lib/rails/contract/obstacle.ts` decides it. `token_refuses` is the token's own
 * refusal, for a reason that it does not name; `signer_declined` and `signer_unreachable` are of a signer that the merchant
 * keeps itself; `gateway_…` are of a gateway: its hot wallet lacks the asset, or coins for the network fee, it does not
 * answer, or it takes no payout; `screening`: something speaks against its recipient, or nobody could tell; `other` is all
 * that only a rehearsed claim meets.
 */
export const obstacles = [
  'token_paused',
  'vault_blocked',
  'token_fee',
  'signer_terms',
  'funds',
  'allowance',
  'signer_limit',
  'recipient_blocked',
  'token_refuses',
  'signer_declined',
  'signer_unreachable',
  'gateway_funds',
  'gateway_coins',
  'gateway_unreachable',
  'gateway_refused',
  'screening',
  'other',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** Those that the chain does not show: they last until a claim passes. */
export const untilClaimed = [
  'signer_declined',
  'signer_unreachable',
  'screening',
  'other',
] as const satisfies readonly Obstacle[];

/** Those that the merchant ends by filling up: what vault or hot wallet holds, what the vault allows, what its signer may sign a day. */
export const refillable = [
  'funds',
  'allowance',
  'signer_limit',
  'gateway_funds',
  'gateway_coins',
] as const satisfies readonly Obstacle[];

/**
 * How money leaves: the recipient claims it through the contract, a person of the merchant signs in their own wallet, or the
 * merchant's gateway server sends it from its hot wallet.
 */
export const railIds = ['contract', 'wallet', 'shkeeper'] as const;
export type RailId = (typeof railIds)[number];

/** How a payout gets to its recipient: they fetch it by the claim link, or we send it to their wallet. */
export const payoutDeliveries = ['claim', 'send'] as const;
export type PayoutDelivery = (typeof payoutDeliveries)[number];

/** How one payment by hand is signed: one transfer, one batch of the wallet, one call of our contract, or one by one. */
export const paymentWays = ['transfer', 'calls', 'disperse', 'one_by_one'] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** What signs for a wallet: a key, or a contract such as a Safe, whose nonce says nothing about one payment. */
export const senderKinds = ['key', 'contract'] as const;
export type SenderKind = (typeof senderKinds)[number];

export const feePayers = ['recipient', 'merchant'] as const;
export type FeePayer = (typeof feePayers)[number];

/** How the fee of an asset comes about: always the same, or from what sending a claim costs now. */
export const feeKinds = ['flat', 'computed'] as const;
export type FeeKind = (typeof feeKinds)[number];

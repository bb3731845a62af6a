/** Closed lists of words about claims that are sent. */

/** What an account of ours that pays network fees is for: it relays, or it fills up those that do. */
export const relayPurposes = ['relay', 'treasury'] as const;
export type RelayPurpose = (typeof relayPurposes)[number];

/** Why an account takes no new sends: the operator said so, or its key signed something that we do not know. */
export const relayStops = ['by_operator', 'key_used_elsewhere'] as const;
export type RelayStop = (typeof relayStops)[number];

/**
 * A call that an account of ours sends. `waiting`: no nonce yet. `signed`: its bytes are stored. `sent`: a node took them.
 * `mined`: it is in a block. `filled`: its nonce was used by an empty transfer of ours. `lapsed`: it was never signed.
 * `foreign`: its nonce was used by something that we did not sign.
 */
export const relaySendStatuses = ['waiting', 'signed', 'sent', 'mined', 'filled', 'lapsed', 'foreign'] as const;
export type RelaySendStatus = (typeof relaySendStatuses)[number];

/** What one signed version of a send does: the call itself, or nothing, so that its nonce is used up. */
export const relayVersionKinds = ['call', 'fill'] as const;
export type RelayVersionKind = (typeof relayVersionKinds)[number];

/** A claim that we send. `under_way`: it is signed and in a send. A payout has at most one that is not over. */
export const relayedStatuses = ['queued', 'under_way', 'paid', 'ended'] as const;
export type RelayedStatus = (typeof relayedStatuses)[number];

export const liveRelayedStatuses = ['queued', 'under_way'] as const satisfies readonly RelayedStatus[];

/** Why we do not send a claim, why it waits, or why it ended. */
export const relayReasons = [
  'no_account',
  'accounts_low',
  'gas_too_dear',
  'node_silent',
  'merchant_budget',
  'link_budget',
  'address_budget',
  'tried_too_often',
  'not_payable',
  'skipped',
  'not_mined',
  'closed',
  'claimed_otherwise',
  'key_of_link',
  'link_replaced',
  'approval_changed',
  'recipient_refused',
  'failed_often',
] as const;
export type RelayReason = (typeof relayReasons)[number];

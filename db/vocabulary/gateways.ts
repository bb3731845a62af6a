/** Closed lists of words about gateways. */

/** The gateway servers that we can speak to. */
export const gatewayKinds = ['shkeeper'] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** `disabled`: it gets no more orders; what it was given before is followed to its end. */
export const gatewayStates = ['active', 'disabled'] as const;
export type GatewayState = (typeof gatewayStates)[number];

/** What keeps a gateway from being used, each for its own words. */
export const gatewayFaults = [
  'unreachable',
  'not_a_gateway',
  'login_refused',
  'login_not_admin',
  'key_refused',
  'crypto_unknown',
  'wallet_unknown',
  'wallet_offline',
] as const;
export type GatewayFault = (typeof gatewayFaults)[number];

/**
 * One payout handed to a gateway. `submitting`: written down, its call goes out. `accepted`: the gateway has it. `unknown`: the money may
 * be on its way, and nobody can tell. `seen`: the chain shows its transfer. `paid`: for good. `refused`, `failed`: nothing was
 * sent, as the gateway's words prove. `unsent`: nothing was sent, as a person decided.
 */
export const submissionStatuses = [
  'submitting',
  'accepted',
  'unknown',
  'seen',
  'paid',
  'refused',
  'failed',
  'unsent',
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** Those that may still move money or have moved it. */
export const liveSubmissionStatuses = [
  'submitting',
  'accepted',
  'unknown',
  'seen',
] as const satisfies readonly SubmissionStatus[];

/** Those whose transfer may still wait for a place in a block: a second order would use the same nonce. */
export const inFlightSubmissionStatuses = ['submitting', 'accepted'] as const satisfies readonly SubmissionStatus[];

/** What the notes of a submission keep: what was handed in, what the gateway answered, what the chain showed, what a person said. */
export const submissionNoteKinds = ['handed_in', 'task', 'row', 'chain', 'person'] as const;
export type SubmissionNoteKind = (typeof submissionNoteKinds)[number];

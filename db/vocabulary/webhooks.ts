/** Closed lists of words about webhooks, sources and doors. */

/** How the systems that merchants already know speak of a payout. */
export const dialects = ['standard', 'coindirect', 'nitro', 'dex3', 's2s', 'shkeeper', 'order_flow'] as const;
export type Dialect = (typeof dialects)[number];

/** The systems whose API we answer as they would, so that a program written for them speaks to us. */
export const doors = ['coindirect', 'dex3'] as const;
export type Door = (typeof doors)[number];

/** Kinds of proof that a webhook is ours: a shared secret, or a key pair of which the merchant has the public half. */
export const signatureKinds = ['hmac', 'ed25519'] as const;
export type SignatureKind = (typeof signatureKinds)[number];

export const deliveryStatuses = ['pending', 'delivered', 'exhausted'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const endpointStatuses = ['active', 'paused'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

/** Who paused an endpoint: the merchant, or its own answer 410. */
export const pauseReasons = ['by_merchant', 'gone'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/**
 * What became of a message that a source sent us: the chain showed that its transfer is the payout's; we looked and it
 * changed nothing; it is about nothing of ours.
 */
export const messageOutcomes = ['followed', 'looked', 'nothing_of_ours'] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

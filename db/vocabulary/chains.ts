/** Closed lists of words about networks and tokens. */

/** The chains that this version brings along. Operators add others as rows of `chains`. */
export const shippedChains = ['local', 'ethereum', 'base', 'arbitrum', 'polygon', 'bsc', 'sepolia'] as const;
export type ShippedChain = (typeof shippedChains)[number];

declare const isKnown: unique symbol;

/** A chain that is a row of `chains`: one that is shipped, or text that `isChainKey` of the registry let pass. */
export type ChainKey = ShippedChain | (string & { readonly [isKnown]: true });

/** `waiting`: a second operator has to agree, since `completed` is said by its finality. */
export const chainStatuses = ['waiting', 'listed'] as const;

export const finalityTags = ['safe', 'finalized'] as const;
export type FinalityTag = (typeof finalityTags)[number];

/** What two nodes of a chain can say differently. */
export const disputeKinds = ['block', 'receipt', 'moves'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** What a look at a token found that is no reason to refuse it, but to be known. */
export const tokenFindings = [
  ...(['proxy', 'pausable', 'blocklist', 'fee_possible', 'look_alike'] as const),
  ...(['code_changed', 'refused_now'] as const),
] as const;
export type TokenFinding = (typeof tokenFindings)[number];

/** `waiting`: a second operator has to agree, since it looks like another token. */
export const addedTokenStatuses = ['waiting', 'listed'] as const;

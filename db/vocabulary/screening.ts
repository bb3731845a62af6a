/** Closed lists of words about screening. */

/**
 * Who is asked about an address: an oracle on its chain, the list of the United States' Office of Foreign Assets Control, the token
 * that would be sent, and a server of the merchant's own.
 */
export const screenerKeys = ['oracle', 'ofac', 'token', 'own'] as const;
export type ScreenerKey = (typeof screenerKeys)[number];

/** What they say together. `unknown`: at least one of them could not tell, and none speaks against it. */
export const screeningVerdicts = ['clear', 'listed', 'unknown'] as const;
export type ScreeningVerdict = (typeof screeningVerdicts)[number];

/** How grave it is; who is on a list is `severe`. */
export const screeningLevels = ['none', 'low', 'medium', 'high', 'severe'] as const;
export type ScreeningLevel = (typeof screeningLevels)[number];

/** When an address was screened: as its payout was made, as it was asked for, and right before anything was signed. */
export const screeningStages = ['created', 'asked', 'signing'] as const;
export type ScreeningStage = (typeof screeningStages)[number];

/** Closed lists of words about quotes and rates. */

/** Which amount of a quote was asked for: what is displayed, or what is paid in the asset. */
export const quoteSides = ['display', 'asset'] as const;
export type QuoteSide = (typeof quoteSides)[number];

/** Who tells what currencies are worth: an oracle on chains, four exchanges and a central bank. */
export const rateFeedKeys = ['chainlink', 'kraken', 'coinbase', 'bitstamp', 'binance', 'ecb'] as const;
export type RateFeedKey = (typeof rateFeedKeys)[number];

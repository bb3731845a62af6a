import { allChains } from './registry';

/** A row of the table of assets for every token of every network. */
export const listedAssets = allChains.flatMap(({ key, tokens }) =>
  tokens.map(({ symbol, address, decimals }) => ({
    ...{ id: `${key}:${symbol}`, chain: key, symbol, decimals },
    ...{ token: address.toLowerCase(), kind: 'token' as const },
  })),
);

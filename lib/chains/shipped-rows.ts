import { shippedFacts } from './registry';

const assets = shippedFacts.flatMap(({ key, tokens }) =>
  tokens.map(({ symbol, address, decimals }) => ({
    ...{ id: `${key}:${symbol}`, chain: key, symbol, decimals },
    ...{ token: address.toLowerCase(), kind: 'token' as const },
  })),
);

const chains = shippedFacts.map(({ key, id, name, currency, explorerUrl, finality, blockSeconds, ...rest }) => ({
  ...{ key, chainId: id, name, currencyName: currency.name, currencySymbol: currency.symbol, explorerUrl },
  finalityTag: 'tag' in finality ? finality.tag : null,
  finalityDepth: 'tag' in finality ? finality.usualDepth : finality.confirmations,
  depthWithoutTag: 'tag' in finality ? finality.depthWithoutTag : null,
  ...{ blockMs: blockSeconds * 1_000, relayMaxGwei: rest.relayMaxGwei, test: rest.test },
}));

/** What migrating writes: a row for every network, and one for every token of every network. */
export const shippedRows = { chains, assets };

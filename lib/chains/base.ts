import type { ChainFacts } from './chain';

export const base: ChainFacts = {
  key: 'base',
  id: 8453,
  name: 'Base',
  currency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorerUrl: 'https://basescan.org',
  tokens: [{ symbol: 'USDC', name: 'USD Coin', address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', decimals: 6 }],
  finality: { confirmations: 30 },
  blockSeconds: 2,
  relayMaxGwei: 2,
  test: false,
};

import type { ChainFacts } from './chain';

export const ethereum: ChainFacts = {
  key: 'ethereum',
  id: 1,
  name: 'Ethereum',
  currency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorerUrl: 'https://etherscan.io',
  tokens: [
    { symbol: 'USDT', name: 'Tether USD', address: '0xdAC17F958D2ee523a2206206994597C13D831ec7', decimals: 6 },
    { symbol: 'USDC', name: 'USD Coin', address: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', decimals: 6 },
  ],
  finality: { tag: 'finalized', usualDepth: 80, depthWithoutTag: null },
  blockSeconds: 12,
  relayMaxGwei: 60,
  test: false,
};

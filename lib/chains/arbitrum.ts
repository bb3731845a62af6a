import type { ChainFacts } from './chain';

export const arbitrum: ChainFacts = {
  key: 'arbitrum',
  id: 42161,
  name: 'Arbitrum One',
  currency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorerUrl: 'https://arbiscan.io',
  tokens: [
    { symbol: 'USDT', name: 'Tether USD', address: '0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9', decimals: 6 },
    { symbol: 'USDC', name: 'USD Coin', address: '0xaf88d065e77c8cC2239327C5EDb3A432268e5831', decimals: 6 },
  ],
  finality: { confirmations: 60 },
  blockSeconds: 0.25,
  relayMaxGwei: 2,
  test: false,
};

import type { ChainFacts } from './chain';

export const sepolia: ChainFacts = {
  key: 'sepolia',
  id: 11155111,
  name: 'Sepolia',
  currency: { name: 'Sepolia Ether', symbol: 'ETH', decimals: 18 },
  explorerUrl: 'https://sepolia.etherscan.io',
  tokens: [{ symbol: 'USDC', name: 'USD Coin', address: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238', decimals: 6 }],
  finality: { tag: 'finalized', usualDepth: 80, depthWithoutTag: 128 },
  blockSeconds: 12,
  relayMaxGwei: 100,
  test: true,
};

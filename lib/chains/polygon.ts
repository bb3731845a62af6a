import type { ChainFacts } from './chain';

export const polygon: ChainFacts = {
  key: 'polygon',
  id: 137,
  name: 'Polygon',
  currency: { name: 'POL', symbol: 'POL', decimals: 18 },
  explorerUrl: 'https://polygonscan.com',
  tokens: [
    { symbol: 'USDT', name: 'Tether USD', address: '0xc2132D05D31c914a87C6611C10748AEb04B58e8F', decimals: 6 },
    { symbol: 'USDC', name: 'USD Coin', address: '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359', decimals: 6 },
  ],
  finality: { confirmations: 64 },
  blockSeconds: 2,
  relayMaxGwei: 600,
  test: false,
};

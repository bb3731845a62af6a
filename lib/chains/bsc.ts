import type { ChainFacts } from './chain';

export const bsc: ChainFacts = {
  key: 'bsc',
  id: 56,
  name: 'BNB Smart Chain',
  currency: { name: 'BNB', symbol: 'BNB', decimals: 18 },
  explorerUrl: 'https://bscscan.com',
  tokens: [
    { symbol: 'USDT', name: 'Tether USD', address: '0x55d398326f99059fF775485246999027B3197955', decimals: 18 },
    { symbol: 'USDC', name: 'USD Coin', address: '0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d', decimals: 18 },
  ],
  finality: { confirmations: 15 },
  blockSeconds: 1,
  relayMaxGwei: 5,
  test: false,
};

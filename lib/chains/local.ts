import { testUsdtAddress } from './addresses-without-salt';
import type { ChainFacts } from './chain';

export const local: ChainFacts = {
  key: 'local',
  id: 31337,
  name: 'Local chain',
  currency: { name: 'Test Ether', symbol: 'ETH', decimals: 18 },
  explorerUrl: null,
  tokens: [{ symbol: 'USDT', name: 'Tether USD (test)', address: testUsdtAddress, decimals: 6 }],
  finality: { confirmations: 3 },
  blockSeconds: 1,
  relayMaxGwei: 200,
  test: true,
};

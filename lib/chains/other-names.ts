import type { ShippedChain } from '@/db/vocabulary/chains';

/** How other systems and wallets call our networks: no chain that operators add may take one of these for its key. */
export const otherNames: Readonly<Record<ShippedChain, readonly string[]>> = {
  local: [],
  ethereum: ['eth', 'erc20', 'mainnet'],
  base: [],
  arbitrum: ['arb', 'arbitrumone'],
  polygon: ['matic', 'pol'],
  bsc: ['bnb', 'bep20', 'binance', 'binancesmartchain', 'bnbchain', 'bnbsmartchain'],
  sepolia: [],
};

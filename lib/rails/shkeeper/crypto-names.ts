import type { ChainKey } from '@/db/vocabulary/chains';

/** What the server's names mean, as its own sources have them; `chain` is null for networks that we do not read. */
const names: Readonly<Record<string, { chain: ChainKey | null; asset: string }>> = {
  'ETH-USDT': { chain: 'ethereum', asset: 'USDT' },
  'ETH-USDC': { chain: 'ethereum', asset: 'USDC' },
  'ETH-DAI': { chain: 'ethereum', asset: 'DAI' },
  'ETH-PYUSD': { chain: 'ethereum', asset: 'PYUSD' },
  'BNB-USDT': { chain: 'bsc', asset: 'USDT' },
  'BNB-USDC': { chain: 'bsc', asset: 'USDC' },
  'POLYGON-USDT': { chain: 'polygon', asset: 'USDT' },
  'POLYGON-USDC': { chain: 'polygon', asset: 'USDC' },
  'ARB-USDC': { chain: 'arbitrum', asset: 'USDC' },
  'ARB-PYUSD': { chain: 'arbitrum', asset: 'PYUSD' },
  USDT: { chain: null, asset: 'USDT' },
  USDC: { chain: null, asset: 'USDC' },
  'SOLANA-USDT': { chain: null, asset: 'USDT' },
  'SOLANA-USDC': { chain: null, asset: 'USDC' },
  'AVALANCHE-USDT': { chain: null, asset: 'USDT' },
  'AVALANCHE-USDC': { chain: null, asset: 'USDC' },
  'OP-USDT': { chain: null, asset: 'USDT' },
  'OP-USDC': { chain: null, asset: 'USDC' },
  'TON-USDT': { chain: null, asset: 'USDT' },
};

/** What a crypto of the server is; null of a name that only that server has. */
export function whichAsset(crypto: string) {
  return names[crypto] ?? null;
}

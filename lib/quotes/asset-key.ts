import type { ChainKey } from '@/db/vocabulary/chains';
import { readChainKey } from '@/lib/chains/registry';

/** An asset on a network as `payableIn` of a payout has it. */
export function assetKey({ chain, asset }: { chain: ChainKey; asset: string }): string {
  return `${chain}:${asset}`;
}

export function readAssetKey(key: string): { chain: ChainKey; asset: string } {
  const [name = '', ...rest] = key.split(':');
  const chain = readChainKey(name);
  if (!chain) throw new Error(`${key} names no network`);
  return { chain, asset: rest.join(':') };
}

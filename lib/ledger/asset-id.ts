import type { ChainKey } from '@/db/vocabulary/chains';

/** An asset's id, as the database makes it of a row's chain and symbol. */
export function assetId({ chain, symbol }: { chain: ChainKey | null; symbol: string }): string {
  return chain === null ? symbol : `${chain}:${symbol}`;
}

import type { ChainKey } from '@/db/vocabulary';

/** An asset on a network as `payableIn` of a payout has it. */
export function assetKey({ chain, asset }: { chain: ChainKey; asset: string }): string {
  return `${chain}:${asset}`;
}

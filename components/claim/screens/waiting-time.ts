import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';

/** How long confirming usually takes on this chain, in words: its block time over the blocks that we wait for. */
export function usualWait(chain: ChainKey, confirmationsNeeded: number): string {
  const seconds = chainOf(chain).blockSeconds * (confirmationsNeeded + 1);
  if (seconds <= 10) return 'a few seconds';
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

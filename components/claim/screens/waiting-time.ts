import type { ClaimSay } from '@/components/claim/claim-say';
import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';

/** How long confirming usually takes on this chain, in words: its block time over the blocks that we wait for. */
export function usualWait(chain: ChainKey, confirmationsNeeded: number, say: ClaimSay): string {
  const seconds = chainOf(chain).blockSeconds * (confirmationsNeeded + 1);
  if (seconds <= 10) return say('claim.processing.soon');
  if (seconds < 60) return say('claim.processing.minute');
  return say('claim.processing.minutes', { minutes: Math.ceil(seconds / 60) });
}

import type { ClaimSay } from '@/components/claim/claim-say';

/** How long confirming usually takes, in words: the time between blocks, in seconds, over the blocks that we wait for. */
export function usualWait(blockSeconds: number, confirmationsNeeded: number, say: ClaimSay): string {
  const seconds = blockSeconds * (confirmationsNeeded + 1);
  if (seconds <= 10) return say('claim.processing.soon');
  if (seconds < 60) return say('claim.processing.minute');
  return say('claim.processing.minutes', { minutes: Math.ceil(seconds / 60) });
}

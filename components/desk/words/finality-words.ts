import type { ChainFacts } from '@/lib/chains/chain';

function about(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}

/** When a payment counts on this network, and how long that usually takes. */
export function finalityWords({ finality, blockSeconds }: Pick<ChainFacts, 'finality' | 'blockSeconds'>): string {
  if ('confirmations' in finality) {
    const { confirmations } = finality;
    return `after ${confirmations} ${confirmations === 1 ? 'block' : 'blocks'}, ${about(confirmations * blockSeconds)}`;
  }
  const word = finality.tag === 'safe' ? 'safe' : 'final';
  return `when the network itself calls it ${word}, usually after ${about(finality.usualDepth * blockSeconds)}`;
}

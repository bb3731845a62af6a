/** Upper bounds, in seconds, of how long payouts took from their creation until they were paid; the last is open. */
export const waitBounds = [
  ...[30, 60, 120, 300, 600, 1_200],
  ...[3_600, 7_200, 4 * 3_600, 8 * 3_600, 86_400],
  ...[2 * 86_400, 3 * 86_400, 7 * 86_400],
] as const;
export const waitBuckets = waitBounds.length + 1;

/** The bars of the chart: each sums the buckets up to and including `to`. */
export const waitBars = [
  { words: 'up to 1 min', to: 1 },
  { words: '1 to 5 min', to: 3 },
  { words: '5 to 20 min', to: 5 },
  { words: '20 to 60 min', to: 6 },
  { words: '1 to 4 h', to: 8 },
  { words: '4 to 24 h', to: 10 },
  { words: '1 to 3 days', to: 12 },
  { words: '3 to 7 days', to: 13 },
  { words: 'over 7 days', to: 14 },
] as const;

export function addWaitingTimes(sum: readonly number[], more: readonly number[]): number[] {
  return Array.from({ length: waitBuckets }, (_, index) => (sum[index] ?? 0) + (more[index] ?? 0));
}

/**
 * The median in seconds, as near as the buckets tell: evenly spread within the one that it falls in. Null of nothing;
 * above the last bound, that bound.
 */
export function medianOf(waits: readonly number[]): number | null {
  const total = waits.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let below = 0;
  for (const [index, count] of waits.entries()) {
    if (below + count >= total / 2 && count > 0) {
      const from = waitBounds[index - 1] ?? 0;
      const to = waitBounds[index] ?? from;
      return from + ((total / 2 - below) / count) * (to - from);
    }
    below += count;
  }
  return waitBounds.at(-1) ?? null;
}

export function barsOf(waits: readonly number[]): { words: string; count: number }[] {
  return waitBars.map(({ words, to }, index) => {
    const from = (waitBars[index - 1]?.to ?? -1) + 1;
    return { words, count: waits.slice(from, to + 1).reduce((sum, count) => sum + count, 0) };
  });
}

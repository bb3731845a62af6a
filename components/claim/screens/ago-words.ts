/** "20 seconds ago", for a moment that is minutes away at most; rounded down, and to fives of seconds. */
export function agoWords(ms: number): string {
  const seconds = Math.floor(ms / 5_000) * 5;
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} seconds ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
}

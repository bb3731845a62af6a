/**
 * An endpoint that fails again and again is left alone but for one probe at a time, by all workers together, so that it
 * costs neither itself nor us. A row in `breakers` counts; it goes with any answer, once it is open
 * with a probe's or one to what was sent after the failures began.
 */
export const breaker = {
  /** Failed attempts in a row after which nothing but probes is sent. */
  opensAfter: 5,
  /** Seconds until the first probe; doubled after each one that fails, up to the longest. */
  firstPause: 5,
  maxPauseSeconds: 60,
  /** The longest time in seconds for which Retry-After keeps probes away. */
  maxAskedSeconds: 3600,
} as const;

/** Whether an answer speaks of an endpoint in trouble. A refusal, such as 404, comes from one that works. */
export function isFailing(status: number | null): boolean {
  return status === null || status === 429 || status >= 500;
}

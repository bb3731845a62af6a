/** Seconds to wait after the first, second, … failed attempt; after the last one the delivery is exhausted. */
export const retryDelays = [5, 30, 120, 300, 900, 1800, 3600, 7200] as const;

/** Each wait grows by a random share of up to this, so that a receiver that comes back is not met by everything at once. */
export const jitterShare = 0.2;

/** The longest wait that a receiver may ask for by Retry-After. */
export const retryAfterCeilingSeconds = 86_400;

export type Failure = {
  /** Failed attempts so far, this one included. */
  attempts: number;
  at: Date;
  /** When the receiver asked us to come back, if it did. */
  retryAfter: Date | null;
  /** From 0 to 1. */
  random: number;
};

/** When to try again: never before the schedule says, never before the receiver asked; null when the schedule is over. */
export function nextAttemptAt({ attempts, at, retryAfter, random }: Failure): Date | null {
  const delay = retryDelays[attempts - 1];
  if (delay === undefined) return null;
  const scheduled = at.getTime() + delay * 1000 * (1 + jitterShare * random);
  const asked = Math.min(retryAfter?.getTime() ?? 0, at.getTime() + retryAfterCeilingSeconds * 1000);
  return new Date(Math.round(Math.max(scheduled, asked)));
}

/** Reads a Retry-After header: seconds or an HTTP date; null when it is neither. */
export function readRetryAfter(header: string | undefined, now: Date): Date | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return new Date(now.getTime() + Number(text) * 1000);
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : new Date(date);
}

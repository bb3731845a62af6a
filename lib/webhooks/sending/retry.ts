/** Seconds to wait after the first, second, … failed attempt. An endpoint may ask for longer than these add up to. */
export const retryDelays = [5, 30, 120, 300, 900, 1800, 3600, 7200] as const;

/** Beyond those waits, an attempt each four hours. */
const longDelay = 14_400;

/** What an endpoint has that asks for nothing longer; below it nothing is added to `retryDelays`. */
export const defaultRetryHours = 4;

/** Each wait grows by a random share of up to this, so that a receiver that comes back is not met by everything at once. */
export const jitterShare = 0.2;

/** The longest wait that a receiver may ask for by Retry-After. */
export const retryAfterCeilingSeconds = 86_400;

/** All waits of a delivery that is tried for so many hours, in seconds; the last one is cut to fit. */
export function retrySchedule(retryHours: number): number[] {
  const delays: number[] = [...retryDelays];
  if (retryHours <= defaultRetryHours) return delays;
  let left = delays.reduce((rest, delay) => rest - delay, retryHours * 3600);
  for (; left > 0; left -= longDelay) delays.push(Math.min(left, longDelay));
  return delays;
}

export type Failure = {
  /** Failed attempts of this schedule so far, this one included. */
  tries: number;
  retryHours: number;
  at: Date;
  /** When the receiver asked us to come back, if it did. */
  retryAfter: Date | null;
  /** From 0 to 1. */
  random: number;
};

/** When to try again: never before the schedule says, never before the receiver asked; null when the schedule is over. */
export function nextAttemptAt({ tries, retryHours, at, retryAfter, random }: Failure): Date | null {
  const delay = retrySchedule(retryHours)[tries - 1];
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

import { expect, test } from 'vitest';
import { jitterShare, nextAttemptAt, readRetryAfter, retryAfterCeilingSeconds, retryDelays } from './retry';

const at = new Date('2026-01-31T12:00:00.000Z');
const failure = { tries: 1, retryHours: 4, at, retryAfter: null, random: 0 };
const secondsUntil = (next: Date | null) => ((next?.getTime() ?? Number.NaN) - at.getTime()) / 1000;

test('the schedule spans at least three hours even without jitter', () => {
  expect(retryDelays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThanOrEqual(3 * 3600);
});

test('each wait is longer than the one before', () => {
  expect([...retryDelays].sort((a, b) => a - b)).toEqual([...retryDelays]);
  expect(new Set(retryDelays).size).toBe(retryDelays.length);
});

test.each(retryDelays.map((delay, index) => [index + 1, delay]))(
  'after failed attempt %i the next one waits %i seconds and at most a fifth more',
  (tries, delay) => {
    expect(secondsUntil(nextAttemptAt({ ...failure, tries }))).toBe(delay);
    expect(secondsUntil(nextAttemptAt({ ...failure, tries, random: 1 }))).toBe(delay * (1 + jitterShare));
  },
);

test('after the last attempt there is no next one, whatever the receiver asks for', () => {
  const tries = retryDelays.length + 1;
  expect(nextAttemptAt({ ...failure, tries })).toBeNull();
  expect(nextAttemptAt({ ...failure, tries, retryAfter: new Date(at.getTime() + 60_000) })).toBeNull();
});

test('a receiver that asks for more time gets it, up to a day', () => {
  const ask = (seconds: number) => ({ ...failure, retryAfter: new Date(at.getTime() + seconds * 1000) });
  expect(secondsUntil(nextAttemptAt(ask(600)))).toBe(600);
  expect(secondsUntil(nextAttemptAt(ask(10 * retryAfterCeilingSeconds)))).toBe(retryAfterCeilingSeconds);
});

test('a receiver cannot ask to be called sooner than the schedule says', () => {
  expect(secondsUntil(nextAttemptAt({ ...failure, tries: 3, retryAfter: at }))).toBe(retryDelays[2]);
});

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Sat, 31 Jan 2026 12:02:00 GMT', 120],
])('Retry-After "%s" is read as %i seconds from now', (header, seconds) => {
  expect(secondsUntil(readRetryAfter(header, at))).toBe(seconds);
});

test.each([[undefined], [''], ['soon'], ['-5'], ['1.5'], ['1e9'], ['2026-01-31'], ['99999999999999']])(
  'Retry-After %s is no time and is left aside',
  (header) => {
    expect(readRetryAfter(header, at)).toBeNull();
  },
);

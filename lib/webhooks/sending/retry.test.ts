import { expect, test } from 'vitest';
import {
  jitterShare,
  nextAttemptAt,
  readRetryAfter,
  retryAfterCeilingSeconds,
  retryDelays,
  retrySchedule,
} from './retry';

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

test.each([
  [4, 9, 13_955],
  [5, 10, 5 * 3600],
  [8, 11, 8 * 3600],
  [24, 15, 24 * 3600],
  [71, 26, 71 * 3600],
  [72, 27, 72 * 3600],
])('tried for %i hours, a delivery gets %i tries within %i seconds', (retryHours, tries, span) => {
  const waits = retrySchedule(retryHours);
  expect(waits.length + 1).toBe(tries);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(span);
  expect(Math.max(...waits)).toBeLessThanOrEqual(4 * 3600);
  expect(waits.slice(0, retryDelays.length)).toEqual(retryDelays);
  expect(waits.every((wait) => wait > 0)).toBe(true);
});

test('a schedule covers what its endpoint asks for and at least three hours', () => {
  for (let hours = 4; hours <= 72; hours++) {
    const span = retrySchedule(hours).reduce((sum, wait) => sum + wait, 0);
    expect(span).toBeGreaterThanOrEqual(hours === 4 ? 3 * 3600 : hours * 3600);
  }
});

test('the longer schedule is followed to its end', () => {
  const waits = retrySchedule(72);
  const reached = waits.map((_, index) =>
    secondsUntil(nextAttemptAt({ ...failure, tries: index + 1, retryHours: 72 })),
  );
  expect(reached).toEqual(waits);
  expect(nextAttemptAt({ ...failure, tries: waits.length + 1, retryHours: 72 })).toBeNull();
});

test('after the last attempt there is no next one, for any wish of the receiver', () => {
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

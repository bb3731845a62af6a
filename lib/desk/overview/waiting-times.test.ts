import { expect, test } from 'vitest';
import { addWaitingTimes, barsOf, medianOf, waitBars, waitBounds, waitBuckets } from './waiting-times';

const only = (bucket: number, count: number) =>
  addWaitingTimes(
    [],
    Array.from({ length: waitBuckets }, (_, at) => (at === bucket ? count : 0)),
  );

test('nothing has no median', () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf(only(3, 0))).toBeNull();
});

test('the median lies where half of all are below it', () => {
  expect(medianOf(only(1, 10))).toBe(45);
  expect(medianOf(addWaitingTimes(only(0, 3), only(6, 1)))).toBe(20);
  expect(medianOf(addWaitingTimes(only(0, 1), only(6, 3)))).toBe(1_200 + (1 / 3) * 2_400);
  expect(medianOf(only(waitBuckets - 1, 5))).toBe(7 * 86_400);
});

test('every bucket is in exactly one bar', () => {
  const bars = barsOf(Array.from({ length: waitBuckets }, () => 1));
  expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(waitBuckets);
  expect(waitBars.at(-1)?.to).toBe(waitBuckets - 1);
  expect(waitBounds.toSorted((a, b) => a - b)).toEqual(waitBounds);
});

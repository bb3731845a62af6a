import { expect, test } from 'vitest';
import { idPattern, newId } from './ids';

test('ids sort by age and match their own pattern', () => {
  const ids = [1, 1_000, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47].map((time) => newId('payout', time));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => idPattern('payout').test(id))).toBe(true);
});

test('ids of one moment differ', () => {
  const ids = Array.from({ length: 1_000 }, () => newId('event', 1_700_000_000_000));
  expect(new Set(ids).size).toBe(1_000);
});

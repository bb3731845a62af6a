import { expect, test } from 'vitest';
import { givenDay, givenTime, rowNumber } from '@/lib/kernel/given-schema';
import { isDay } from '@/lib/reconcile/core/day';

test.each([
  ['0000-01-01', false],
  ['0000-12-31', false],
  ['0001-01-01', true],
  ['2026-02-30', false],
  ['9999-12-31', true],
])('the day %s is one that a database keeps: %s', (day, kept) => {
  expect([givenDay.safeParse(day).success, isDay(day)]).toEqual([kept, kept]);
  expect(givenTime.safeParse(`${day}T00:00:00Z`).success).toBe(kept);
});

test('the number of a row has 63 bits, and any other value is told in words', () => {
  const number = rowNumber('must be a line’s id');
  expect(number.parse('9223372036854775807')).toBe('9223372036854775807');
  for (const text of ['9223372036854775808', '9'.repeat(20), '-1', '1e3', "'", '']) {
    expect(number.safeParse(text).error?.issues[0]?.message).toBe('must be a line’s id');
  }
});

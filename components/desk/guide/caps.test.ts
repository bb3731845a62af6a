import { expect, test } from 'vitest';
import { isDailySum, proposeCaps } from './caps';

test('a week is allowed and two usual days within one, and never less than the largest payout', () => {
  const asset = { maximum: '1000.00', decimals: 6 };
  expect(proposeCaps('5000', asset)).toEqual({ allowance: '35000.00', capacity: '10000.00' });
  expect(proposeCaps('200', asset)).toEqual({ allowance: '1400.00', capacity: '1000.00' });
  expect(proposeCaps('1', asset)).toEqual({ allowance: '1000.00', capacity: '1000.00' });
});

test('only a whole number of coins above 0 is an expectation', () => {
  expect(['1', '5000', '', '0', '-1', '1.5', '1e3', '9'.repeat(13)].map(isDailySum)).toEqual([
    ...[true, true],
    ...[false, false, false, false, false, false],
  ]);
});

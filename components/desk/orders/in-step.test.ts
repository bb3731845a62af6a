import { expect, test } from 'vitest';
import { partFault, restOf } from './in-step';

test('what is left is exact to the last decimal, and no guess is made while a part is being typed', () => {
  expect(restOf('100.00', '33.333333', 6)).toBe('66.666667');
  expect(restOf('100.00', ' 100 ', 6)).toBe('0.00');
  for (const typed of ['', '1.', '1,5', '100.000001', '-1', '0.0000001']) {
    expect(restOf('100.00', typed, 6)).toBeNull();
  }
});

test('a part says what is wrong with it', () => {
  const money = { asset: 'USDT', decimals: 6 };
  expect(partFault('100.00', '40', money)).toBeNull();
  expect(partFault('100.00', '100.01', money)).toBe('No more than 100.00 USDT is held.');
  expect(partFault('100.00', '', money)).toMatch(/missing/);
});

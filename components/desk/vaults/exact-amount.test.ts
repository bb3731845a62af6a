import { expect, test } from 'vitest';
import { exactAmount } from './exact-amount';

test.each([
  [' 50000.5 ', '50000.50'],
  ['7000', '7000.00'],
  ['0.000001', '0.000001'],
  ['0.0000001', '0.0000001'],
  ['all', 'all'],
])('"%s" is written as "%s"', (typed, written) => {
  expect(exactAmount(typed, 6)).toBe(written);
});

import { expect, test } from 'vitest';
import { addAmounts } from './add-amounts';

test('no digit is lost, however small or large', () => {
  expect(addAmounts([])).toBe('0.00');
  expect(addAmounts(['0.10', '0.20'])).toBe('0.30');
  expect(addAmounts(['123456789012345678901234.00', '0.000000000000000001'])).toBe(
    '123456789012345678901234.000000000000000001',
  );
  expect(addAmounts(['7', '0.5'])).toBe('7.50');
});

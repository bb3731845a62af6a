import { expect, test } from 'vitest';
import { roughAmount } from './rough-amount';

test('a price is rounded up and what one has down, to two digits that count', () => {
  expect(roughAmount('0.000131533096445888', 'up')).toBe('0.00014');
  expect(roughAmount('0.000131533096445888', 'down')).toBe('0.00013');
  expect(roughAmount('0.00099999', 'up')).toBe('0.001');
  expect(roughAmount('0.130000000000000001', 'up')).toBe('0.14');
});

test('larger amounts keep four decimals, and short ones stay as they are', () => {
  expect(roughAmount('9999.998703884912345678', 'down')).toBe('9999.9987');
  expect(roughAmount('1.99999', 'up')).toBe('2.00');
  expect(roughAmount('1.50', 'up')).toBe('1.50');
  expect(roughAmount('0.00', 'down')).toBe('0.00');
});

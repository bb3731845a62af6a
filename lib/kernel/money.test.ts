import { expect, test } from 'vitest';
import { formatAmount, parseAmount } from './money';

test.each([
  ['25.00', 6, 25_000_000n],
  ['0.000001', 6, 1n],
  ['1', 6, 1_000_000n],
  ['0', 6, 0n],
  ['123456789.123456789012345678', 18, 123456789123456789012345678n],
  ['7', 0, 7n],
])('reads %s with %i decimals as %s base units', (text, decimals, units) => {
  expect(parseAmount(text, decimals)).toBe(units);
});

test.each(['', ' 1', '1 ', '-1', '+1', '1e3', '0x10', '01', '1.', '.5', '1,5', '1.2.3', 'NaN', 'Infinity', '١'])(
  'refuses %j as no decimal number',
  (text) => {
    expect(() => parseAmount(text, 6)).toThrow(expect.objectContaining({ code: 'amount_malformed' }));
  },
);

test('refuses more decimals than the asset has instead of rounding', () => {
  expect(() => parseAmount('0.0000001', 6)).toThrow(expect.objectContaining({ code: 'amount_too_precise' }));
  expect(() => parseAmount('1.0000000', 6)).toThrow(expect.objectContaining({ code: 'amount_too_precise' }));
});

test.each([
  [25_000_000n, 6, '25.00'],
  [1n, 6, '0.000001'],
  [24_500_000n, 6, '24.50'],
  [0n, 6, '0.00'],
  [-1_500_000n, 6, '-1.50'],
  [7n, 0, '7'],
  [5n, 1, '0.5'],
])('writes %s base units of %i decimals as %s', (units, decimals, text) => {
  expect(formatAmount(units, decimals)).toBe(text);
});

test('what is written is read back as the same amount, at every size', () => {
  const sizes = Array.from({ length: 60 }, (_, power) => 10n ** BigInt(power) + 7n);
  expect(sizes.map((units) => parseAmount(formatAmount(units, 18), 18))).toEqual(sizes);
});

import { expect, test } from 'vitest';
import { groupAmounts, groupDigits } from './group-digits';

test('groups thousands and keeps every digit', () => {
  expect(groupDigits('24.50')).toBe('24.50');
  expect(groupDigits('1000')).toBe('1,000');
  expect(groupDigits('123456789012345678901234.000000000000000001')).toBe(
    '123,456,789,012,345,678,901,234.000000000000000001',
  );
});

test('the amounts of a sentence are grouped, and no other number', () => {
  expect(
    groupAmounts('1000000.00 USDT are promised, -1234.5 USDC short, block 123456; until 2106-02-06 23:59 UTC'),
  ).toBe('1,000,000.00 USDT are promised, -1,234.5 USDC short, block 123456; until 2106-02-06 23:59 UTC');
});

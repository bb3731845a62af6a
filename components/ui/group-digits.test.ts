import { expect, test } from 'vitest';
import { groupDigits } from './group-digits';

test('groups thousands and keeps every digit', () => {
  expect(groupDigits('24.50')).toBe('24.50');
  expect(groupDigits('1000')).toBe('1,000');
  expect(groupDigits('123456789012345678901234.000000000000000001')).toBe(
    '123,456,789,012,345,678,901,234.000000000000000001',
  );
});

import { expect, test } from 'vitest';
import { readable } from './readable-json';

test.each([
  { a: 1, b: [1, 2, { c: 'x, {y}: "z"' }], d: {}, e: [], f: null },
  [],
  'only a text with : and , in it',
  [[['deep']]],
])('what is broken into lines is what was sent: %j', (value) => {
  expect(readable(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  expect(JSON.parse(readable(JSON.stringify(value)))).toEqual(value);
});

test('a number keeps every digit that it came with', () => {
  expect(readable('{"amount":0.123456789012345678,"big":12345678901234567890.10}')).toBe(
    '{\n  "amount": 0.123456789012345678,\n  "big": 12345678901234567890.10\n}',
  );
});

test.each(['', 'a=b&c=d', '{"broken":'])('what is no JSON stays as it is: %j', (text) => {
  expect(readable(text)).toBe(text);
});

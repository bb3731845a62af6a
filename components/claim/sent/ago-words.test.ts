import { expect, test } from 'vitest';
import { agoWords } from './ago-words';

test('how long ago something was sent is said in seconds, then in minutes', () => {
  expect([0, 4_999, 21_000, 59_999].map((ms) => agoWords(ms, 'en'))).toEqual([
    ...[null, null, '20 seconds ago', '55 seconds ago'],
  ]);
  expect([60_000, 119_000, 121_000].map((ms) => agoWords(ms, 'en'))).toEqual([
    ...['1 minute ago', '1 minute ago', '2 minutes ago'],
  ]);
  expect(agoWords(21_000, 'fa')).toMatch(/20/);
});

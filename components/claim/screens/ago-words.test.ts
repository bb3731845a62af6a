import { expect, test } from 'vitest';
import { agoWords } from './ago-words';

test('how long ago something was sent is said in seconds, then in minutes', () => {
  expect([0, 4_999, 21_000, 59_999].map(agoWords)).toEqual([
    'just now',
    'just now',
    '20 seconds ago',
    '55 seconds ago',
  ]);
  expect([60_000, 119_000, 121_000].map(agoWords)).toEqual(['a minute ago', 'a minute ago', '2 minutes ago']);
});

import { expect, test } from 'vitest';
import { aboutHowLong } from './waiting-words';

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [754, '13 minutes'],
  [3_600, '1 hour'],
  [5_400, '1.5 hours'],
  [40_000, '11 hours'],
  [200_000, '2.3 days'],
])('%i seconds are about %s', (seconds, words) => {
  expect(aboutHowLong(seconds)).toBe(words);
});

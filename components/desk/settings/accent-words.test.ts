import { expect, test } from 'vitest';
import { accentWords } from './accent-words';

test.each([
  ['', /portal’s own blue/],
  ['red', /such as #2450c8/],
  ['#2f80ed', /both themes/],
  ['#101010', /the dark theme keeps/],
  ['#fdfdfd', /the light theme keeps/],
])('what becomes of the colour "%s" is said', (color, words) => {
  expect(accentWords(color)).toMatch(words);
});

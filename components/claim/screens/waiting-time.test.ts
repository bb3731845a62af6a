import { expect, test } from 'vitest';
import { wordsIn } from '@/lib/words/words-in';
import { usualWait } from './waiting-time';

const say = wordsIn('en');

test('the wait that is promised follows from the chain and the depth', () => {
  expect(usualWait(1, 3, say)).toMatch(/ in a few seconds\.$/);
  expect(usualWait(12, 64, say)).toMatch(/ in about 13 minutes\.$/);
  expect(usualWait(12, 3, say)).toMatch(/ in less than a minute\.$/);
});

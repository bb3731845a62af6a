import { expect, test } from 'vitest';
import { wordsIn } from '@/lib/words/words-in';
import { usualWait } from './waiting-time';

const say = wordsIn('en');

test('the wait that is promised follows from the chain and the depth', () => {
  expect(usualWait('local', 3, say)).toMatch(/ in a few seconds\.$/);
  expect(usualWait('ethereum', 64, say)).toMatch(/ in about 13 minutes\.$/);
  expect(usualWait('ethereum', 3, say)).toMatch(/ in less than a minute\.$/);
});

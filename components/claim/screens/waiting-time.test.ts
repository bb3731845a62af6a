import { expect, test } from 'vitest';
import { usualWait } from './waiting-time';

test('the wait that is promised follows from the chain and the depth', () => {
  expect(usualWait('local', 3)).toBe('a few seconds');
  expect(usualWait('ethereum', 64)).toBe('about 13 minutes');
  expect(usualWait('ethereum', 3)).toBe('less than a minute');
});

import { expect, test } from 'vitest';
import { forgetSent, keepSent, senderOf } from './kept-attempt';

test('hashes that others name are all of one stranger, and each that this page sent is its own', () => {
  const [first, second] = [`0x${'a1'.repeat(32)}`, `0x${'b2'.repeat(32)}`];
  expect(senderOf('link', first)).toBe(senderOf('link', second));
  keepSent('link', first);
  expect(senderOf('link', first)).toBe(first);
  expect(senderOf('link', second)).not.toBe(first);
  forgetSent('link');
  expect(senderOf('link', first)).toBe(first);
  keepSent('link', second);
  expect(senderOf('link', second)).toBe(second);
  expect(senderOf('another link', second)).toBe(senderOf('another link', first));
});

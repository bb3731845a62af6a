import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretsKey } from './secrets-key';

const said = (text: string) => secretsKey.safeParse(text).error?.issues[0]?.message;

test('random bytes are taken, each time', () => {
  for (let index = 0; index < 1000; index++) {
    const key = randomBytes(32);
    expect(secretsKey.parse(key.toString('base64')).equals(key)).toBe(true);
  }
});

test.each([
  ['zeros', Buffer.alloc(32)],
  ['one byte again and again', Buffer.alloc(32, 0xa5)],
  ['a short pattern', Buffer.alloc(32, Buffer.from([1, 2, 3, 200, 5, 6, 7, 8]))],
  ['a password', Buffer.from('correct-horse-battery-staple-123')],
  ['a placeholder', Buffer.from('change-me-change-me-change-me-32')],
  ['hexadecimal text', Buffer.from('0123456789abcdef0123456789abcdef')],
])('%s is refused as guessable', (_what, key) => {
  expect(said(key.toString('base64'))).toContain('is not random');
});

test.each(['', 'short', 'not base64 at all!', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
  '%j is no key',
  (text) => expect(said(text)).toContain('must be 32 bytes in base64'),
);

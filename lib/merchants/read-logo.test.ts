import { expect, test } from 'vitest';
import { readLogo } from './read-logo';
import { jpegOf, pngOf, webpOf } from './testing/pictures';

test('a picture is told by its bytes, with its size and whether it moves', () => {
  const still = { width: 300, height: 20, moves: false };
  expect(readLogo(pngOf(300, 20))).toEqual({ type: 'image/png', ...still });
  expect(readLogo(jpegOf(300, 20))).toEqual({ type: 'image/jpeg', ...still });
  expect(readLogo(webpOf(300, 20))).toEqual({ type: 'image/webp', ...still });
  expect(readLogo(pngOf(300, 20, ['acTL']))?.moves).toBe(true);
  expect(readLogo(webpOf(300, 20, true))?.moves).toBe(true);
});

test('nothing else is a picture, however short it is cut', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  for (const text of [svg, 'GIF89a', '<html>', '', '\x89PNG', 'RIFF1234WEBP', '\xff\xd8\xff']) {
    expect(readLogo(Buffer.from(text, 'latin1'))).toBeNull();
  }
  const whole = pngOf(64, 64);
  for (let length = 0; length < whole.length; length++) expect(readLogo(whole.subarray(0, length))).toBeNull();
  for (const picture of [jpegOf(64, 64), webpOf(64, 64)]) {
    for (let length = 0; length < picture.length; length++)
      expect(() => readLogo(picture.subarray(0, length))).not.toThrow();
  }
});

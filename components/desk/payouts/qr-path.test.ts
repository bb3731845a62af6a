import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path';

const scale = 4;

/** What a camera would see of the path, dark on light. */
function pictureOf({ side, path }: { side: number; path: string }) {
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * width + Number(x) * scale) * 4;
      for (let pixel = start; pixel < start + scale * 4; pixel += 4) data.fill(0, pixel, pixel + 3);
    }
  }
  return { width, height: width, data };
}

test.each([
  'https://pay.example.com/p/clm_7Jt0aVq3nYxkQm1Zr8sWcB5uD2fGhLp4',
  `http://localhost:3000/p/${'a'.repeat(64)}`,
  'https://zahlung.example/p/ä',
])('a camera reads exactly %s from what is drawn', (link) => {
  const drawn = qrPath(link);
  expect(decodeQR(pictureOf(drawn))).toBe(link);
  expect(drawn.path, 'what is drawn is the dark part, with a margin around it').toMatch(/^M4 4h/);
});

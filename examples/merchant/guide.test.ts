import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const guide = readFileSync('docs/guide-first-payout.md', 'utf8');
const quotes = [...guide.matchAll(/```(?:ts|js)\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => [
  file,
  code,
]);

test.each(quotes)('what the guide quotes from %s is there', (file, code) => {
  expect(readFileSync(file, 'utf8')).toContain(code);
});

test('the guide quotes the shop', () => {
  expect(quotes.length).toBeGreaterThanOrEqual(6);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const guides = ['docs/guide-first-payout.md', 'docs/sdk.md'].map((file) => readFileSync(file, 'utf8')).join('\n');
const quotes = [...guides.matchAll(/```(?:ts|js)\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => [
  file,
  code,
]);

test.each(quotes)('what the guide quotes from %s is there', (file, code) => {
  expect(readFileSync(file, 'utf8')).toContain(code);
});

test('the guides quote the shop and the sample of the SDK', () => {
  expect(quotes.length).toBeGreaterThanOrEqual(10);
});

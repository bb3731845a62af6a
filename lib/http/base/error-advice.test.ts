import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problems } from '@/lib/kernel/errors';
import { errorAdvice, problemCodes } from './error-advice';

test('docs/errors.md has one line for each problem code, with its status, title and advice', () => {
  const lines = readFileSync('docs/errors.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const wanted = problemCodes.map((code) => {
    const [status, title] = problems[code];
    return `| \`${code}\` | ${status} | ${title} | ${errorAdvice[code]} |`;
  });
  expect(lines).toEqual(wanted);
});

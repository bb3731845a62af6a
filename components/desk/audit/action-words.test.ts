import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionWords } from './action-words';

test('every action of the audit is told in words', () => {
  const sources = globSync('lib/**/*.ts').filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  const written = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((action) => actionWords(action) === action)).toEqual([]);
});

test('a recipient is told to have been given a signature, which only the portal makes', () => {
  expect(`A recipient ${actionWords('payout.signed')}`).toBe(
    'A recipient was given a signature to claim a payout with',
  );
});

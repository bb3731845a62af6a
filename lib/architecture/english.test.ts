import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hiddenActorsIn } from './english';

/** Code, pages, docs and settings; not the records of old decisions, which stay as they were written. */
const isRead = (file: string) =>
  /\.(ts|tsx|js|md|sol|tree|css|sql)$|^\.env\.example$/.test(file) &&
  !/^(docs\/decisions\/|lib\/architecture\/english|contracts\/lib\/)/.test(file);

test('code, copy and docs name their actors: no whoever, whatever, somebody, anew or all the same', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  const files = tracked.filter((file) => isRead(file) && existsSync(file));
  expect(files.length).toBeGreaterThan(1_000);
  expect(files.flatMap((file) => hiddenActorsIn(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['/** Mails a code to whoever may come in. */', 'whoever'],
  ["title: 'Somebody else signs in with this'", 'Somebody'],
  ['It reads the chain\nanew and books it.', 'anew'],
])('a planted phrase is seen: %s', (text, word) => {
  expect(hiddenActorsIn('x.ts', text)).toEqual([expect.stringContaining(`"${word}"`)]);
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const lines = (file: string) => readFileSync(file, 'utf8').split('\n');
const inImage = lines('.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
const isCopied = (file: string) => inImage.some((place) => file === place || file.startsWith(`${place}/`));

const found = (base: string) =>
  [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((file) => existsSync(file) && statSync(file).isFile());

/** What a file of ours imports of ours, at once or later. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:@\/|\.)[^']+)'/g)].map(([, name = '']) => name);
  const places = names.map((name) => (name.startsWith('@/') ? name.slice(2) : path.join(path.dirname(file), name)));
  return places.flatMap((place) => found(place) ?? []);
}

function reachedFrom(entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached) for (const next of importsOf(file)) reached.add(next);
  return [...reached];
}

test('all that the image’s commands import is copied into it, and what they read of contracts', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const own = Object.entries<string>(scripts).flatMap(([name, command]) =>
    command.includes('--env-file') || ['start', 'build'].includes(name) ? command.split(' ').slice(-1) : [],
  );
  expect(own.length).toBeGreaterThan(12);
  const reached = reachedFrom(own);
  expect(reached.length).toBeGreaterThan(500);
  expect(reached.filter((file) => !isCopied(file))).toEqual([]);
  expect(isCopied('contracts/deployments/bytecode.json')).toBe(true);
});

test('each place that the image writes to is one of compose.yaml’s, writable by whichever number its user has', () => {
  const compose = readFileSync('compose.yaml', 'utf8');
  const [, made = ''] = /mkdir -p (.+?) &&/.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  expect(made.split(' ')).toEqual(['.next/cache', '.tmp', '/data']);
  expect(compose).toContain('/app/.next/cache:mode=1777');
  expect(compose).toContain('/app/.tmp:mode=1777');
  expect(compose).toContain('volumes: ["data:/data"]');
  expect(compose).not.toMatch(/tmpfs[^#]*uid=/);
});

test('a database that is only being set up, on its socket, does not count as healthy', () => {
  expect(readFileSync('compose.yaml', 'utf8')).toContain('pg_isready, -h, 127.0.0.1');
});

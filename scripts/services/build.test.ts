import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashSources } from './build';

let root = '';
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sources-'));
  write('app/page.tsx', 'one');
  write('package-lock.json', '{}');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

it('asks for a new build when something that is built changed, and for nothing else', () => {
  const before = hashSources(root);
  write('app/page.test.tsx', 'a test');
  write('README.md', 'words');
  write('tsconfig.tsbuildinfo', 'notes of the compiler');
  write('db/migrations/0001.sql', 'select 1');
  write('lib/room/testing/world.ts', 'help for tests');
  write('packages/sdk/src/index.ts', 'not part of the portal');
  expect(hashSources(root)).toBe(before);
  write('app/page.tsx', 'two');
  const after = hashSources(root);
  expect(after).not.toBe(before);
  write('package-lock.json', '{"packages":{}}');
  expect(hashSources(root)).not.toBe(after);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './foundry';

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

const pages = [
  ...['README.md', 'AGENTS.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(path.join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('docs', name)),
];

/** Headings as the anchors that code hosts make of them. */
function anchorsOf(text: string): Set<string> {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => slug(match[1] ?? '')));
}

function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

test.each(pages)('every link in %s leads somewhere', (page) => {
  const broken = linksOf(read(page)).filter((link) => {
    const [target = '', anchor] = link.split('#');
    const file = target === '' ? page : path.posix.join(path.posix.dirname(page), target);
    const isThere = existsSync(path.join(projectRoot, file));
    return !isThere || (anchor !== undefined && file.endsWith('.md') && !anchorsOf(read(file)).has(anchor));
  });
  expect(broken).toEqual([]);
});

const names = z.record(z.string(), z.string());
const packageSchema = z.object({
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  overrides: z.record(z.string(), z.union([z.string(), names])),
});

test('every dependency says in docs/dependencies.md why it is there, and none that is gone does', () => {
  const listed = [...read('docs/dependencies.md').matchAll(/^\| (`.+?) \|/gm)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
  );
  const groups = Object.values(packageSchema.parse(JSON.parse(read('package.json'))));
  expect(listed.sort()).toEqual(groups.flatMap((group) => Object.keys(group)).sort());
});

test('every test that docs/security.md names as a proof is there, and each threat has one', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| (?!threat|-)/.test(line))
    .map((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((proofs) => proofs.length === 0)).toEqual([]);
  const missing = rows
    .flat()
    .filter((file) => !/\.(test|spec)\.ts$|\.t\.sol$/.test(file) || !existsSync(path.join(projectRoot, file)));
  expect(missing).toEqual([]);
});

test('every setting of .env.example is described in docs/settings.md', () => {
  const settings = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
  const page = read('docs/settings.md');
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

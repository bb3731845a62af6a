import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './foundry';

/** A test that branches tries less than it says. The formatter indents, so a test's body is what is indented below its head. */
const head = /^( *)(?:test|it)(?:\.\w+)*\(/;
const branch = /^ *(?:\} else\b|if \()/;

function branchesIn(text: string): number[] {
  const lines = text.split('\n');
  let body: string | null = null;
  return lines.flatMap((line, index) => {
    const indent = / */.exec(line)?.[0] ?? '';
    const ends = body !== null && line.trim() !== '' && indent.length <= body.length;
    body = head.exec(line)?.[1] ?? (ends && !line.startsWith(`${body})`) && !line.startsWith(`${body}}`) ? null : body);
    return body !== null && branch.test(line) && indent.length > body.length ? [index + 1] : [];
  });
}

const skipped = ['node_modules/**', '.next/**', '.tmp/**'];
const files = globSync('**/*.{test.ts,test.tsx,spec.ts}', { cwd: projectRoot, exclude: skipped });

describe('the check', () => {
  test.each([
    ["test('a', () => {\n  if (x) expect(1).toBe(1);\n});", [2]],
    ["describe('a', () => {\n  test.each([1])(\n    'a',\n    (x) => {\n      if (x) y();\n    },\n  );\n});", [5]],
    ["test('a', () => {\n  for (const x of y) {\n    if (x) continue;\n  }\n});", [3]],
    ["function f() {\n  if (x) return;\n}\ntest('a', () => {\n  f();\n});\nfunction g() {\n  if (x) return;\n}", []],
  ])('sees what branches inside a test, and nothing else: %j', (text, lines) => {
    expect(branchesIn(text)).toEqual(lines);
  });
});

test('there are test files to look at', () => {
  expect(files.length).toBeGreaterThan(150);
});

test('no test branches', () => {
  const found = files.flatMap((file) =>
    branchesIn(readFileSync(path.join(projectRoot, file), 'utf8')).map((line) => `${file}:${line}`),
  );
  expect(found).toEqual([]);
});

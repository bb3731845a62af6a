import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Classes that name a side of the screen: a page from right to left would keep them on the wrong one. */
const sided =
  /(?<![\w-])(?:-?(?:scroll-)?[mp][lr]-|-?(?:left|right)-(?:[\d[(]|px|auto|full)|(?:text|float|clear)-(?:left|right)\b|border-[lr]\b|rounded-(?:[lr]|[tb][lr])\b|(?:space|divide)-x\b)/;
/** The same in style sheets and `style`. */
const sidedStyle =
  /(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|(?:margin|padding|border)(?:Left|Right)|left|right|text-align|textAlign)\s*:(?!\s*'?(?:start|end|center)\b)/;

const files = globSync('{components/{claim,receipt,wallet,ui},app/(claim)}/**/*.{ts,tsx,css}').filter(
  (file) => !/\.test\.tsx?$/.test(file),
);

test('what recipients see names start and end, never left and right', () => {
  expect(files.length).toBeGreaterThan(80);
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, at) => ({ line, place: `${file}:${at + 1}` })),
  );
  expect(lines.filter(({ line }) => sided.test(line) || sidedStyle.test(line))).toEqual([]);
});

test.each([
  ['className="ml-2"', true],
  ['className="sm:-mr-1.5"', true],
  ['className="px-2 pl-[3px]"', true],
  ['className="absolute left-0"', true],
  ['className="text-left"', true],
  ['className="rounded-tl-lg border-r"', true],
  ['className="space-x-2"', true],
  ['  margin-left: 4px;', true],
  ["style={{ textAlign: 'left' }}", true],
  ['className="ms-2 pe-1 start-0 text-end rounded-s-lg border-e gap-x-2 mx-auto"', false],
  ['  text-align: center;', false],
  ["'What is left to do'", false],
])('%s names a side: %s', (line, isSided) => {
  expect(sided.test(line) || sidedStyle.test(line)).toBe(isSided);
});

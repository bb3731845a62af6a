import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from './accent';
import { colorOf, roleNames, type Theme, themes } from './testing/tokens';

/** WCAG 2.2 AA, for text of any size. */
const enough = 4.5;
/** For the border by which a control is seen. */
const enoughForBorder = 3;

/** Words may stand in each of these colours on each of these grounds. A class is called like its role, but for `quiet`. */
const texts = ['text', 'text-quiet', 'link', 'good', 'warn', 'bad', 'accent'];
const grounds = ['ground', 'surface', 'sunken', 'good-ground', 'warn-ground', 'bad-ground'];
/** What a row or a button of the side has under the pointer: half of a line's colour over what is there. */
const halfLine = 'line/50';
/** Bars, dots and progress: nothing is written on them. */
const shapes = ['good', 'warn', 'bad', 'text', 'quiet', 'link', 'line', 'transparent', 'black/40'];

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function half(over: string, ground: string): string {
  const [one, other] = [rgb(over), rgb(ground)];
  return `#${one
    .map((part, at) =>
      Math.round((part + (other[at] ?? 0)) / 2)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

const contrastOf = (text: string, ground: string, theme: Theme) =>
  contrast(colorOf(text, theme), colorOf(ground, theme));

const sources = () =>
  globSync('{app,components}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .toSorted((one, other) => one.file.localeCompare(other.file));

/** Every `word-…` class of components and pages, with where it stands: the word may follow variants such as `hover:`. */
function classesOf(word: string): { name: string; file: string }[] {
  const pattern = new RegExp(`(?<=[\\s"'\`:])${word}-([a-z][a-z-]*(?:/\\d+)?)`, 'g');
  return sources().flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, name = '']) => ({ name, file })));
}

describe.each(themes)('in the %s theme', (theme) => {
  test.each(texts)('%s can be read on every ground', (text) => {
    const tooFaint = grounds.filter((ground) => contrastOf(text, ground, theme) < enough);
    expect(tooFaint).toEqual([]);
  });

  test.each(['text', 'text-quiet'])('%s can be read on every ground under the pointer', (text) => {
    const pointed = (ground: string) => half(colorOf('line', theme), colorOf(ground, theme));
    const tooFaint = grounds.filter((ground) => contrast(colorOf(text, theme), pointed(ground)) < enough);
    expect(tooFaint).toEqual([]);
  });

  test('the border of a field or a button can be seen on every ground', () => {
    const tooFaint = grounds.filter((ground) => contrastOf('line-strong', ground, theme) < enoughForBorder);
    expect(tooFaint).toEqual([]);
  });

  test('the words of the main button can be read, also under the pointer', () => {
    expect(contrastOf('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(enough);
    expect(contrastOf('on-accent', 'accent-over', theme)).toBeGreaterThanOrEqual(enough);
  });
});

describe('nothing else is written or written on', () => {
  const others = ['line', 'line-strong', 'accent-over', 'on-accent'];

  test('every role of the tokens is a text, a ground, or one of the few that are neither', () => {
    expect([...texts, ...grounds, ...others].toSorted()).toEqual(roleNames.toSorted());
  });

  test('every ground that a class names is measured, or is a shape', () => {
    const known = [...grounds, ...shapes, halfLine, 'accent', 'accent-over'];
    expect(classesOf('bg').filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  test('every colour of text that a class names is measured', () => {
    const known = [...texts, 'quiet', 'on-accent'];
    const notColors = /^(xs|sm|base|lg|xl|left|right|center|start|end|pretty|balance|clip|ellipsis|nowrap|current)$/;
    const unknown = classesOf('text').filter(({ name }) => !known.includes(name) && !notColors.test(name));
    expect(unknown).toEqual([]);
  });

  test('words are white or dark on the accent alone, and stand beside it in one class', () => {
    const lines = sources()
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /\btext-on-accent\b/.test(line));
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !/\bbg-accent\b/.test(line))).toEqual([]);
  });

  test('text is made fainter only where it cannot be used, or is about to be replaced', () => {
    const fainter = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/(?<=[\s"'`])[\w:-]*opacity-\d+/g)].map(([name]) => ({ name, file: path.basename(file) })),
    );
    const shown = fainter.filter(({ name }) => !/^(has-)?disabled:opacity-60$/.test(name));
    expect(shown).toEqual([
      // A bar of a chart.
      { name: 'group-hover:opacity-50', file: 'bar-chart.tsx' },
      // Figures that are being worked out again.
      { name: 'opacity-60', file: 'payout-preview-panel.tsx' },
    ]);
  });

  test('no class and no style brings a colour that is not a token', () => {
    const raw = sources().flatMap(({ file, text }) => {
      const found = text.matchAll(/-\[(?:#|rgb|color:)[^\]]*\]|\btext-[a-z-]+\/\d+|style=\{\{[^}]*olor/g);
      return [...found].map(([words]) => `${file}: ${words}`);
    });
    expect(raw).toEqual([]);
  });
});

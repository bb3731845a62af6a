import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Block, blocksOf, inlinesOf } from './markdown';
import { addressOf, doorPages, readDoorPage } from './pages';

/** Every text of a block, as its readers see it. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'sample':
      return [];
    default:
      return [block.text];
  }
}

describe.each(doorPages)('the page of $name', (page) => {
  const blocks = readDoorPage(page).then(blocksOf);

  test('is read whole: no mark of its writing is left, and its tables are even', async () => {
    const texts = (await blocks).flatMap(textsOf).flatMap(inlinesOf);
    const plain = texts.filter(({ kind }) => kind === 'text').map(({ text }) => text);
    expect(plain.filter((text) => /[`|*]|^#|\]\(/.test(text))).toEqual([]);
    const uneven = (await blocks).filter(
      (block) => block.kind === 'table' && block.rows.some((row) => row.length !== block.head.length),
    );
    expect(uneven).toEqual([]);
  });

  test('begins with its only title, and links to what is there', async () => {
    const titles = (await blocks).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []));
    expect([titles.length, (await blocks)[0]]).toEqual([1, titles[0]]);
    const links = (await blocks)
      .flatMap(textsOf)
      .flatMap(inlinesOf)
      .flatMap((part) => (part.kind === 'link' ? [part.target] : []));
    const dead = links.filter(
      (target) => !addressOf(target) && !existsSync(path.join('docs', target.split('#')[0] ?? '')),
    );
    expect(dead).toEqual([]);
  });
});

test('a document is taken apart as it is written', () => {
  const document = [
    '# One **door**',
    '',
    'A line, `code` and',
    'a [link](dex3.md#errors).',
    '',
    '| a | b |',
    '|---|---|',
    '| `x \\| y` | 2 |',
    '',
    '- first',
    '  goes on',
    '- second',
    '```sh',
    '',
    'curl # x',
    '```',
  ].join('\n');
  expect(blocksOf(document)).toEqual([
    { kind: 'heading', level: 1, id: 'one-door', text: 'One **door**' },
    { kind: 'paragraph', text: 'A line, `code` and a [link](dex3.md#errors).' },
    { kind: 'table', head: ['a', 'b'], rows: [['`x | y`', '2']] },
    { kind: 'list', ordered: false, items: ['first goes on', 'second'] },
    { kind: 'sample', language: 'sh', text: '\ncurl # x' },
  ]);
  expect(inlinesOf('*a* **b** [c](dex3.md#errors) `d`')).toEqual([
    { kind: 'emphasis', text: 'a' },
    { kind: 'text', text: ' ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'c', target: 'dex3.md#errors' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'd' },
  ]);
});

test.each([
  ['dex3.md#errors', '/docs/doors/dex3#errors'],
  ['errors.md', '/docs/errors'],
  ['#a-payout', '#a-payout'],
  ['https://example.com/', 'https://example.com/'],
  ['runbook.md', null],
])('a link to %s leads to %s', (target, address) => {
  expect(addressOf(target)).toBe(address);
});

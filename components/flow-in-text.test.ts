import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Parts of ours that begin with a block: a browser ends the paragraph before them, and the page is thrown away. */
const blocks =
  'Address|Hash|CopyField|Facts|Fact|Callout|Field|Table|Empty|Fold|CodeBlock|details|div|dl|fieldset|form|ol|p|pre|section|table|ul';

test('no paragraph, heading or summary holds what a browser ends it for', () => {
  const found = globSync('{app,components}/**/*.tsx').flatMap((file) => {
    const texts = readFileSync(file, 'utf8').matchAll(/<(p|h[1-6]|summary)\b[^>]*>([\s\S]*?)<\/\1>/g);
    return [...texts].flatMap(([, tag, inner = '']) => {
      const blocked = inner.replaceAll(/<Address[^>]*\bplain\b[^>]*\/>/g, '').match(new RegExp(`<(${blocks})\\b`));
      return blocked ? [`${file}: <${blocked[1]}> in <${tag}>`] : [];
    });
  });
  expect(found).toEqual([]);
});

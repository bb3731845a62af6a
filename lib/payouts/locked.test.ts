import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('only the stores that lock a row call it locked', () => {
  const makers = globSync('{app,components,lib,scripts,demo}/**/*.{ts,tsx}').filter((file) => {
    const text = readFileSync(file, 'utf8');
    // One that names what it makes, and names another thing, makes none of these.
    const isUnnamed = /unchecked\(/.test(text) && /\bLocked(Payout|Transfer|Signing)\b/.test(text);
    return isUnnamed || /unchecked<[^>]*\bLocked(Payout|Transfer|Signing)\b/.test(text);
  });
  const stores = ['by-hand/sightings/store', 'payouts/locked-store', 'payouts/transfer-store'].map(
    (name) => `lib/${name}.ts`,
  );
  expect(makers.toSorted()).toEqual(stores);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What `npm ci` installs is what was reviewed, on every platform. */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const entries = Object.entries<Record<string, unknown>>(packages).filter(
  ([place, one]) => place.includes('node_modules/') && !one.link,
);

test('every package of the lock is known by its digest: npm run lock:pin adds what is missing', () => {
  expect(entries.length).toBeGreaterThan(200);
  const unknown = entries.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==/.test(String(integrity)));
  expect(unknown.map(([place]) => place)).toEqual([]);
});

test('nothing comes from anywhere but the registry that npm is set to', () => {
  const elsewhere = entries.filter(
    ([, { resolved }]) => resolved && !/^https:\/\/registry\.npmjs\.org\//.test(String(resolved)),
  );
  expect(elsewhere.map(([place]) => place)).toEqual([]);
});

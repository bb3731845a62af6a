import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesIn, wordFaults, wordsOf } from './words';

const document = readFileSync('docs/words.md', 'utf8');
const rules = rulesIn(document, 'What each word means');
const retired = rulesIn(document, 'Words that do not come back');

test('every exported name, table and column uses a word where docs/words.md says that it is meant', () => {
  const files = globSync('{lib,components,db}/**/*.{ts,tsx}').filter((file) => !/\/testing\/|\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(700);
  expect(files.flatMap((file) => wordFaults(file, readFileSync(file, 'utf8'), rules, retired))).toEqual([]);
});

test('the tables of docs/words.md are read: each word once, each place one that exists', () => {
  const forms = [...rules, ...retired].flatMap((rule) => rule.forms);
  expect(forms.length).toBeGreaterThan(60);
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  const places = [...rules, ...retired].flatMap((rule) => rule.places);
  expect(places.filter((place) => globSync(place).length === 0)).toEqual([]);
});

test.each([
  ['lib/payouts/create.ts', 'export function insertBatch() {}', 'batch'],
  ['lib/mail/store.ts', 'export async function claimMails() {}', 'claim'],
  ['lib/payouts/books.ts', 'export const release = 1;', 'release'],
  ['lib/reconcile/core/store.ts', 'export type LateNotice = string;', 'notice'],
  ['db/schema/desk.ts', "export const x = pgTable('x', { a: text('noticed_at') });", 'noticed'],
  ['lib/evm/rpc.ts', 'export const mostTries = 3;', 'most'],
])('a planted name in %s is seen: %s', (file, source, word) => {
  expect(wordFaults(file, source, rules, retired)).toEqual([expect.stringContaining(`says "${word}"`)]);
});

test('a name is split into its words, however it is written', () => {
  expect(wordsOf('leaseHTTPMessages')).toEqual(['lease', 'http', 'messages']);
  expect(wordsOf('alerted_at')).toEqual(['alerted', 'at']);
});

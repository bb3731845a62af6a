import { describe, expect, test } from 'vitest';
import { catalogues, translations } from './catalogues';
import en from './en/all';
import { type Slot, slotsOf } from './message';

const slots = (message: string) => slotsOf(message).filter((part): part is Slot => typeof part !== 'string');
const names = (message: string) => [...new Set(slots(message).map(({ name }) => name))].sort();
const english = new Map<string, string>(Object.entries(en));

/** What no message may hold: markup, entities, braces that are no slot, space at an end or twice. */
const broken = /<|&\w+;|^\s|\s$| {2}/;
const loose = (message: string) => slotsOf(message).some((part) => typeof part === 'string' && /[{}]/.test(part));

describe.each(Object.entries(translations))('the catalogue of %s', (language, own) => {
  const messages = new Map<string, string>(Object.entries(own));

  test('has every message of the English one, and no other', () => {
    expect({
      missing: [...english.keys()].filter((key) => !messages.has(key)),
      unknown: [...messages.keys()].filter((key) => !english.has(key)),
    }).toEqual({ missing: [], unknown: [] });
  });

  test('puts the same values into each', () => {
    const differing = [...messages].filter(([key, text]) => `${names(text)}` !== `${names(english.get(key) ?? '')}`);
    expect(differing).toEqual([]);
  });

  test('has words for each plural category of its own, where a number bends them', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const bent = [...messages.values()].flatMap(slots).flatMap(({ branches }) => (branches ? [branches] : []));
    expect(bent.length).toBeGreaterThan(0);
    for (const branches of bent) expect([...branches.keys()].toSorted()).toEqual(categories);
  });

  test('is plain text', () => {
    expect([...messages].filter(([, text]) => text === '' || broken.test(text) || loose(text))).toEqual([]);
  });
});

test('a message that a language does not have yet is said in English', () => {
  expect(Object.values(catalogues).map((catalogue) => Object.keys(catalogue).sort())).toEqual(
    Object.keys(catalogues).map(() => Object.keys(en).sort()),
  );
});

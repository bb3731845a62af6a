import { expect, test } from 'vitest';
import { chooseLanguage, languageOf } from './choose';

test('the address outranks what was chosen, and that outranks the browser', () => {
  expect(chooseLanguage({ asked: 'ar', chosen: 'fr', accepted: 'es' })).toBe('ar');
  expect(chooseLanguage({ asked: 'xx', chosen: 'fr', accepted: 'es' })).toBe('fr');
  expect(chooseLanguage({ accepted: 'es' })).toBe('es');
  expect(chooseLanguage({ accepted: 'ja' })).toBeNull();
  expect(chooseLanguage({})).toBeNull();
});

test.each([
  ['de-DE,de;q=0.9,fr;q=0.6,en;q=0.7', 'en'],
  ['pt', 'pt-BR'],
  ['pt-PT,en;q=0.5', 'pt-BR'],
  ['zh-CN,zh;q=0.9', 'zh-Hans'],
  ['zh-Hans-CN', 'zh-Hans'],
  ['en;q=0,ru;q=0.1', 'ru'],
  ['ES-mx', 'es'],
  ['*', null],
  [';;q=,,', null],
])('of the browser\'s wishes "%s" the best that we speak is %s', (accepted, language) => {
  expect(chooseLanguage({ accepted })).toBe(language);
});

test('a tag that is none of ours is not taken for one', () => {
  expect(['', 'constructor', 'enx', 'e n', '../en'].map(languageOf)).toEqual(Array(5).fill(null));
});

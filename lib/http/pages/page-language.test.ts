import { expect, test } from 'vitest';
import { choiceCookie, pageQuery, wishedLanguage } from './page-language';

const at = (path: string) => new URL(path, 'https://pay.example');
const browser = (accepted: string, cookie = '') => new Headers({ 'Accept-Language': accepted, Cookie: cookie });

test('a page for recipients speaks as its address says, else as was chosen before, else as the browser wishes, else as its merchant does', () => {
  expect(wishedLanguage(at('/p/x?lang=fr'), browser('es', 'language=pt-BR'))).toBe('fr');
  expect(wishedLanguage(at('/p/x?lang=nonsense'), browser('es', 'a=b; language=pt-BR'))).toBe('pt-BR');
  expect(wishedLanguage(at('/p/x/receipt'), browser('de;q=0.9, es;q=0.4, fr;q=0.6'))).toBe('fr');
  expect(wishedLanguage(at('/v/x'), browser('pt'))).toBe('pt-BR');
  expect(wishedLanguage(at('/o/x?lang=fr'), browser('es'))).toBe('fr');
  expect(wishedLanguage(at('/p/x'), browser('ja'))).toBeNull();
});

test('every other page speaks English', () => {
  expect(wishedLanguage(at('/dashboard?lang=fr'), browser('es', 'language=pt-BR'))).toBe('en');
});

test('a choice on the page is kept for a year, and a link that only names a language decides nothing', () => {
  expect(choiceCookie(at('/p/x?lang=fr&choose'))).toMatch(
    /^language=fr; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax/,
  );
  expect(choiceCookie(at('/o/x?lang=fr&choose'))).toMatch(/^language=fr;/);
  expect(choiceCookie(at('/p/x?lang=fr'))).toBeNull();
  expect(choiceCookie(at('/p/x?lang=f%0d%0aSet-Cookie:a&choose'))).toBeNull();
  expect(choiceCookie(at('/dashboard?lang=fr&choose'))).toBeNull();
});

test("a page's own links keep what its address asks, and name no language that it did not name", () => {
  expect(pageQuery('fr', { k: 'a b', lang: 'fr-CA', choose: '' })).toBe('?k=a+b&lang=fr');
  expect(pageQuery('fr', { k: 'a', other: ['1', '2'] })).toBe('?k=a');
  expect(pageQuery('fr', {})).toBe('');
});

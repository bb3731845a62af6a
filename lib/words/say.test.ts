import { describe, expect, test } from 'vitest';
import { groupedIn } from './numbers';
import { sayer } from './say';
import { wordsIn } from './words-in';

const minutes = '{minutes, plural, one {about a minute} other {about # minutes}}';
const inWords = { 'claim.processing.minutes': minutes, 'claim.fact.feeOfMerchant': 'Fee, paid by {merchant}' };
const speaking = (language: 'en' | 'ar' | 'ru', words: Record<string, string> = {}) =>
  sayer<'claim'>(language, { ...wordsIn('en').messages, ...inWords, ...words });

describe('a message', () => {
  test('takes its values, and the words that a number asks for', () => {
    const say = speaking('en');
    expect(say('claim.fact.feeOfMerchant', { merchant: 'Demo {Store}' })).toBe('Fee, paid by Demo {Store}');
    expect([1, 2, 1_300].map((count) => say('claim.processing.minutes', { minutes: count }))).toEqual([
      ...['about a minute', 'about 2 minutes', 'about 1,300 minutes'],
    ]);
  });

  test('bends its words by the rules of its own language', () => {
    const say = speaking('ru', {
      'claim.processing.minutes': '{minutes, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}',
    });
    expect([1, 3, 5, 21].map((count) => say('claim.processing.minutes', { minutes: count }))).toEqual([
      ...['1 минута', '3 минуты', '5 минут', '21 минута'],
    ]);
  });

  test('keeps a value apart where it would turn the words around it, and only there', () => {
    const merchant = (language: 'en' | 'ar', name: string) =>
      speaking(language)('claim.fact.feeOfMerchant', { merchant: name });
    expect(merchant('en', 'Demo Store')).toBe('Fee, paid by Demo Store');
    expect(merchant('en', 'متجر')).toBe('Fee, paid by \u2068متجر\u2069');
    expect(merchant('ar', 'Demo Store')).toBe('Fee, paid by \u2068Demo Store\u2069');
  });

  test('comes in pieces for pages that put more than text into it', () => {
    expect(speaking('en').pieces('claim.fact.feeOfMerchant').words).toEqual([
      'Fee, paid by ',
      { name: 'merchant', branches: null },
    ]);
  });
});

test.each([
  ['en', '1,234,567.50'],
  ['pt-BR', '1.234.567,50'],
  ['es', '1.234.567,50'],
  ['hi', '12,34,567.50'],
  ['ar', '1,234,567.50'],
  ['fa', '1,234,567.50'],
] as const)('money in %s has Latin digits, grouped as there: %s', (language, written) => {
  expect(groupedIn(language, '1234567.50')).toBe(written);
});

test('no digit of an amount is lost or rounded', () => {
  expect(groupedIn('en', '123456789012345678901234.000000000000000001')).toBe(
    '123,456,789,012,345,678,901,234.000000000000000001',
  );
  expect(['24.50', '1000', '0.00', '-1234.5'].map((text) => groupedIn('en', text))).toEqual([
    ...['24.50', '1,000', '0.00', '-1,234.5'],
  ]);
});

import { expect, test } from 'vitest';
import { languages } from '@/db/vocabulary/mails';
import { localeOf } from './locale';

test('every language writes dates in Latin digits, and Persian by the Persian calendar', () => {
  const day = Date.UTC(2026, 10, 29);
  const written = (language: (typeof languages)[number]) =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  for (const language of languages)
    expect(written(language)).toMatch(language === 'fa' ? /^8 .+ 1405$/ : /29.*2026|2026.*29/);
  expect(written('en')).toBe('29 November 2026');
});

import type { Language } from '@/db/vocabulary/mails';

export type { Language };

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'fa' ? 'rtl' : 'ltr';
}

const tags: Partial<Record<Language, string>> = { en: 'en-GB-u', fa: 'fa-u-ca-persian' };

/**
 * For `Intl`: numbers in Latin digits, which every exchange, wallet and explorer shows, too. English dates as in Britain;
 * Persian ones by the Persian calendar, in every edition of a browser’s data.
 */
export function localeOf(language: Language): string {
  return `${tags[language] ?? `${language}-u`}-nu-latn`;
}

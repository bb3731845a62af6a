import type { Language } from '@/db/vocabulary';

export type { Language };

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'fa' ? 'rtl' : 'ltr';
}

/** For `Intl`: numbers in Latin digits, which every exchange, wallet and explorer shows, too. English dates as in Britain. */
export function localeOf(language: Language): string {
  return `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;
}

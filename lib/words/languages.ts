import { type Language, languages } from '@/db/vocabulary/mails';

/** Each language in its own words: who looks for theirs may not read the page's. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  fr: 'Français',
  ar: 'العربية',
  fa: 'فارسی',
  tr: 'Türkçe',
  ru: 'Русский',
  hi: 'हिन्दी',
  id: 'Bahasa Indonesia',
  vi: 'Tiếng Việt',
  'zh-Hans': '简体中文',
};

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

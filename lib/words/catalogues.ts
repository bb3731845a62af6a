import type { Language } from '@/db/vocabulary';
import en from './en/all';
import type { Text } from './english';
import es from './es/all';
import fr from './fr/all';
import ptBR from './pt-BR/all';

/** The other languages as they are: `catalogues.test.ts` tells what one of them lacks. */
export const translations = { es, 'pt-BR': ptBR, fr };

/** What a language does not say yet is said in English. */
export const catalogues: Record<Language, Readonly<Record<keyof Text, string>>> = {
  en,
  es: { ...en, ...es },
  'pt-BR': { ...en, ...ptBR },
  fr: { ...en, ...fr },
  ar: en,
  fa: en,
  tr: en,
  ru: en,
  hi: en,
  id: en,
  vi: en,
  'zh-Hans': en,
};

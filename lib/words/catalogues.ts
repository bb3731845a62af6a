import type { Language } from '@/db/vocabulary/mails';
import ar from './ar/all';
import en from './en/all';
import type { Text } from './english';
import es from './es/all';
import fa from './fa/all';
import fr from './fr/all';
import hi from './hi/all';
import id from './id/all';
import ptBR from './pt-BR/all';
import ru from './ru/all';
import tr from './tr/all';
import vi from './vi/all';
import zhHans from './zh-Hans/all';

/** The other languages as they are: `catalogues.test.ts` tells what one of them lacks. */
export const translations = { es, 'pt-BR': ptBR, fr, ar, fa, tr, ru, hi, id, vi, 'zh-Hans': zhHans };

/** What a language does not say yet is said in English. */
export const catalogues: Record<Language, Readonly<Record<keyof Text, string>>> = {
  en,
  es: { ...en, ...es },
  'pt-BR': { ...en, ...ptBR },
  fr: { ...en, ...fr },
  ar: { ...en, ...ar },
  fa: { ...en, ...fa },
  tr: { ...en, ...tr },
  ru: { ...en, ...ru },
  hi: { ...en, ...hi },
  id: { ...en, ...id },
  vi: { ...en, ...vi },
  'zh-Hans': { ...en, ...zhHans },
};

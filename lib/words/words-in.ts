import type { Language } from '@/db/vocabulary/mails';
import { catalogues } from './catalogues';
import english from './en/ui';
import type { Part } from './english';
import { type KeyOf, type Say, sayer } from './say';

const known = new Map<Language, Say>();

/** Everything that can be said, in this language. For servers: it holds every catalogue. */
export function wordsIn(language: Language): Say {
  const before = known.get(language);
  if (before) return before;
  const say = sayer<Part>(language, catalogues[language]);
  known.set(language, say);
  return say;
}

/** The small words that a page takes along in its first load. */
export function pageWords(language: Language): Readonly<Record<KeyOf<'ui'>, string>> {
  const words = catalogues[language];
  const entries = Object.keys(english).map((key) => [key, isSmall(key) ? words[key] : '']);
  return { ...english, ...Object.fromEntries(entries) };
}

const isSmall = (key: string): key is KeyOf<'ui'> => key in english;

import type { Language } from '@/db/vocabulary';
import { catalogues } from './catalogues';
import type { Part } from './english';
import { type Say, sayer } from './say';

const known = new Map<Language, Say>();

/** Everything that can be said, in this language. For servers: it holds every catalogue. */
export function wordsIn(language: Language): Say {
  const before = known.get(language);
  if (before) return before;
  const say = sayer<Part>(language, catalogues[language]);
  known.set(language, say);
  return say;
}

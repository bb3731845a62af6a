'use client';
import { createContext, type ReactNode, useContext } from 'react';
import english from '@/lib/words/en/ui';
import type { Language } from '@/lib/words/locale';

type Words = Readonly<Record<keyof typeof english, string>>;
type PageWords = { language: Language; words: Words };

const Page = createContext<PageWords>({ language: 'en', words: english });

/** What stands inside says its small words, and writes times and numbers, in this language; elsewhere it is English. */
export function WordsOfPage({ children, language, words }: PageWords & { children: ReactNode }) {
  return <Page value={{ language, words }}>{children}</Page>;
}

export function usePageWords(): PageWords {
  return useContext(Page);
}

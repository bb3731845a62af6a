'use client';
import { useEffect, useState } from 'react';
import { usePageWords } from '@/components/ui/words/page-words';
import { agoWords } from './ago-words';

const everyMs = 5_000;

/** `ago` has a place for how long ago, `{ago}`. */
export type SinceWordsProps = { ageMs: number; words: { now: string; ago: string } };

/** Counts on from the age that the portal knows: the reader's own clock may be wrong. */
export function SinceWords({ ageMs, words }: SinceWordsProps) {
  const { language } = usePageWords();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, []);
  const ago = agoWords(ageMs + passed, language);
  return <span suppressHydrationWarning>{ago ? words.ago.replace('{ago}', ago) : words.now}</span>;
}

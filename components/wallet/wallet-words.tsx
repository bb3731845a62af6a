'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { usePageWords } from '@/components/ui/words/page-words';
import ui from '@/lib/words/en/ui';
import wallet from '@/lib/words/en/wallet';
import type { Translated } from '@/lib/words/english';
import { type Say, sayer } from '@/lib/words/say';

export type WalletSay = Say<'ui' | 'wallet'>;

const Words = createContext(sayer<'ui' | 'wallet'>('en', { ...ui, ...wallet }));

/** What speaks to wallets in here says it in the page's language; elsewhere, as at the desk, in English. */
export function WalletWords({ words, children }: { words: Translated<'wallet'>; children: ReactNode }) {
  const page = usePageWords();
  const say = sayer<'ui' | 'wallet'>(page.language, { ...page.words, ...wallet, ...words });
  return <Words value={say}>{children}</Words>;
}

export function useWalletWords(): WalletSay {
  return useContext(Words);
}

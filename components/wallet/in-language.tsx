'use client';
import type { ComponentType } from 'react';
import type { Translated } from '@/lib/words/english';
import type { Language } from '@/lib/words/locale';
import { WalletWords } from './wallet-words';

type Words = Translated<'wallet'>;

/** A file of its own for each language: nobody loads the words of another. English is there with the code. */
const load: Partial<Record<Language, () => Promise<{ default: Words }>>> = {
  es: () => import('@/lib/words/es/wallet'),
  'pt-BR': () => import('@/lib/words/pt-BR/wallet'),
  fr: () => import('@/lib/words/fr/wallet'),
  ar: () => import('@/lib/words/ar/wallet'),
  fa: () => import('@/lib/words/fa/wallet'),
  ru: () => import('@/lib/words/ru/wallet'),
  hi: () => import('@/lib/words/hi/wallet'),
};

/** A step with its words, which are loaded for this language alone. */
export async function inLanguage<Props extends object>(
  language: Language,
  Step: ComponentType<Props>,
): Promise<ComponentType<Props>> {
  const loaded = await load[language]?.();
  return (props) => (
    <WalletWords words={loaded?.default ?? {}}>
      <Step {...props} />
    </WalletWords>
  );
}

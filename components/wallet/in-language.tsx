'use client';
import type { ComponentType } from 'react';
import type { Translated } from '@/lib/words/english';
import type { Language } from '@/lib/words/locale';
import { WalletWords } from './wallet-words';

type Words = Translated<'wallet'>;

/** A file of its own for each language: nobody loads the words of another. English is there with the code. */
const load: Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>> = {
  es: () => import('@/lib/words/es/wallet'),
  'pt-BR': () => import('@/lib/words/pt-BR/wallet'),
  fr: () => import('@/lib/words/fr/wallet'),
  ar: () => import('@/lib/words/ar/wallet'),
  fa: () => import('@/lib/words/fa/wallet'),
  ru: () => import('@/lib/words/ru/wallet'),
  hi: () => import('@/lib/words/hi/wallet'),
  tr: () => import('@/lib/words/tr/wallet'),
  id: () => import('@/lib/words/id/wallet'),
  vi: () => import('@/lib/words/vi/wallet'),
  'zh-Hans': () => import('@/lib/words/zh-Hans/wallet'),
};

/** A step with its words, which are loaded for this language alone. */
export async function inLanguage<Props extends object>(
  language: Language,
  Step: ComponentType<Props>,
): Promise<ComponentType<Props>> {
  const words = language === 'en' ? {} : (await load[language]()).default;
  return (props) => (
    <WalletWords words={words}>
      <Step {...props} />
    </WalletWords>
  );
}

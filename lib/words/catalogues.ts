import type { Language } from '@/db/vocabulary';
import claim from './en/claim';
import mail from './en/mail';
import receipt from './en/receipt';
import ui from './en/ui';
import wallet from './en/wallet';
import type { Text } from './english';

const en = { ...ui, ...claim, ...wallet, ...receipt, ...mail };

export const catalogues: Record<Language, Readonly<Record<keyof Text, string>>> = {
  en,
  es: en,
  'pt-BR': en,
  fr: en,
  ar: en,
  fa: en,
  tr: en,
  ru: en,
  hi: en,
  id: en,
  vi: en,
  'zh-Hans': en,
};

import type { Language } from '@/db/vocabulary/mails';
import type { Part, Text } from './english';
import { directionOf, localeOf } from './locale';
import { type Slot, slotsOf, type Variables } from './message';

type Value = string | number;
export type KeyOf<P extends Part> = Extract<keyof Text, `${P}.${string}`>;
type Values<K extends keyof Text> = Record<Variables<Text[K]>, Value>;
type Given<K extends keyof Text> = [Variables<Text[K]>] extends [never] ? [] : [values: Values<K>];

/** A message in pieces, for pages that put more than text into it: `Rich` of `components/ui`. */
export type Pieces<Name extends string> = { words: readonly (string | { name: string })[]; names?: Name };

/** Says messages of some parts in one language. */
export type Say<P extends Part = Part> = {
  <K extends KeyOf<P>>(key: K, ...values: Given<K>): string;
  language: Language;
  messages: Readonly<Record<KeyOf<P>, string>>;
  pieces<K extends KeyOf<P>>(key: K): Pieces<Variables<Text[K]>>;
};

/** Puts values into messages of this language. Where one writes from right to left, each value is kept apart (Unicode isolates). */
export function sayer<P extends Part>(language: Language, messages: Readonly<Record<KeyOf<P>, string>>): Say<P> {
  const say = <K extends KeyOf<P>>(key: K, ...[values]: Given<K>): string =>
    slotsOf(messages[key])
      .map((part) => (typeof part === 'string' ? part : filled(part, language, values)))
      .join('');
  const pieces = (key: KeyOf<P>) => ({ words: slotsOf(messages[key]) });
  return Object.assign(say, { language, messages, pieces });
}

function filled(
  { name, branches }: Slot,
  language: Language,
  values: Readonly<Record<string, Value>> | undefined,
): string {
  const value = values?.[name] ?? '';
  if (!branches) return apart(String(value), language);
  const count = Number(value);
  const category = new Intl.PluralRules(language).select(count);
  const words = branches.get(category) ?? branches.get('other') ?? '';
  return words.replaceAll('#', new Intl.NumberFormat(localeOf(language)).format(count));
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A value of another direction than the words around it would pull their punctuation along. */
function apart(value: string, language: Language): string {
  const isKept = directionOf(language) === 'ltr' && !rightToLeft.test(value);
  return isKept ? value : `\u2068${value}\u2069`;
}

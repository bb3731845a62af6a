import { type Language, languages } from '@/db/vocabulary/mails';
import { isLanguage } from './languages';

/** `zh-CN`, `zh-Hans-CN` and `zh` are read by those who read `zh-Hans`; `pt-PT` is nearer to `pt-BR` than to English. */
const nearest = new Map<string, Language>([
  ['zh', 'zh-Hans'],
  ['pt', 'pt-BR'],
  ['in', 'id'],
  ['prs', 'fa'],
]);

/** The language of ours that a tag such as `pt`, `es-MX` or `zh-CN` asks for; null where we have none for it. */
export function languageOf(tag: string): Language | null {
  const lower = tag.trim().replaceAll('_', '-').toLowerCase();
  const exact = languages.find((language) => language.toLowerCase() === lower);
  if (exact) return exact;
  const base = lower.split('-')[0] ?? '';
  return isLanguage(base) ? base : (nearest.get(base) ?? null);
}

/** The best one of an `Accept-Language`, by its weights; a language with weight 0 is refused by its reader. */
function acceptedOf(header: string): Language | null {
  const wishes = header
    .slice(0, 1_000)
    .split(',')
    .map((wish) => {
      const [tag = '', ...rest] = wish.split(';');
      const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(rest.join(';'))?.[1] ?? 1);
      return { language: languageOf(tag), weight };
    });
  const best = wishes.filter(({ language, weight }) => language && weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best[0]?.language ?? null;
}

type Wishes = {
  /** `?lang` of the address. */
  asked?: string | null | undefined;
  /** What the person chose here before. */
  chosen?: string | null | undefined;
  /** `Accept-Language`. */
  accepted?: string | null | undefined;
};

/** The language that a reader is served in; null where nothing tells, and the merchant's own decides. */
export function chooseLanguage({ asked, chosen, accepted }: Wishes): Language | null {
  return languageOf(asked ?? '') ?? languageOf(chosen ?? '') ?? acceptedOf(accepted ?? '');
}

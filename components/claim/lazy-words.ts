import { buttonClass } from '@/components/ui/button';

/** What the button before a part says, and how it looks: told by the server, so that no page brings the looks of all buttons. */
export type LazyWords = { go: string; looking: string; missing: string; look: string };

/** Where another way of the same `group/ways` is open, this one is no longer the next step. */
const besideOpen =
  'group-has-[section]/ways:border group-has-[section]/ways:border-line-strong group-has-[section]/ways:bg-surface group-has-[section]/ways:text-text group-has-[section]/ways:hover:bg-sunken';

const looks = { primary: `${buttonClass()} ${besideOpen}`, quiet: buttonClass('quiet') } as const;

export function lazyWords(words: Omit<LazyWords, 'look'>, kind: keyof typeof looks = 'primary'): LazyWords {
  return { ...words, look: looks[kind] };
}

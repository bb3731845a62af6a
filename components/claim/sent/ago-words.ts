import type { Language } from '@/lib/words/locale';
import { localeOf } from '@/lib/words/locale';

/** "20 seconds ago", for a moment that is minutes away at most; rounded down, and to fives of seconds. Null for just now. */
export function agoWords(ms: number, language: Language): string | null {
  const seconds = Math.floor(ms / 5_000) * 5;
  if (seconds < 5) return null;
  const ago = new Intl.RelativeTimeFormat(localeOf(language));
  return seconds < 60 ? ago.format(-seconds, 'second') : ago.format(-Math.floor(seconds / 60), 'minute');
}

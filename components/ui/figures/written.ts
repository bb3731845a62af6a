import { type Language, localeOf } from '@/lib/words/locale';

const exact = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const brief = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** `brief` for tables leaves out year and zone, `moment` has seconds, `clock` no day. */
export const timeShapes = {
  full: { ...brief, year: 'numeric' },
  brief,
  moment: { day: 'numeric', month: 'short', ...exact },
  clock: exact,
} as const;
export type TimeShape = keyof typeof timeShapes;

/** As the page's own language writes it, on the server and in every browser, so that no line is set twice. */
export function written(iso: string, options: Intl.DateTimeFormatOptions, language: Language = 'en'): string {
  return new Date(iso).toLocaleString(localeOf(language), { ...options, hourCycle: 'h23' });
}

export const inUtc = (iso: string, language?: Language) =>
  `${written(iso, { ...timeShapes.full, timeZone: 'UTC' }, language)} UTC`;

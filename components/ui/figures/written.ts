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
export function written(iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(iso).toLocaleString('en-GB', { ...options, hourCycle: 'h23' });
}

export const inUtc = (iso: string) => `${written(iso, { ...timeShapes.full, timeZone: 'UTC' })} UTC`;

const shape =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium text-center transition-colors duration-150 disabled:cursor-default disabled:opacity-60';

const kinds = {
  primary: 'min-h-12 w-full px-5 py-2.5 text-lg bg-accent text-on-accent hover:bg-accent-over',
  quiet: 'min-h-11 w-full px-4 py-2 border border-line-strong text-text hover:bg-sunken',
  /** Of the desk: as wide as its words. */
  small: 'min-h-8 px-3 py-1 text-[0.8125rem] border border-line-strong text-text hover:bg-sunken',
  smallPrimary: 'min-h-8 px-3 py-1 text-[0.8125rem] bg-accent text-on-accent hover:bg-accent-over',
  smallDanger: 'min-h-8 px-3 py-1 text-[0.8125rem] border border-bad text-bad hover:bg-bad-ground',
  bare: 'min-h-8 px-2 py-1 text-[0.8125rem] text-quiet hover:bg-sunken hover:text-text',
  text: 'min-h-6 text-link underline underline-offset-4',
} as const;

export type ButtonKind = keyof typeof kinds;

/** The classes of a button, for links that are the next step as well as for buttons. One primary per screen. */
export function buttonClass(kind: ButtonKind = 'primary'): string {
  return `${shape} ${kinds[kind]}`;
}

import type { ReactNode } from 'react';

const dots = {
  good: 'border-good bg-good',
  warn: 'border-warn bg-warn',
  bad: 'border-bad bg-bad',
  busy: 'border-link bg-transparent motion-safe:animate-pulse',
  quiet: 'border-line-strong bg-transparent',
} as const;
const words = {
  good: 'text-text',
  warn: 'text-warn',
  bad: 'text-bad',
  busy: 'text-text',
  quiet: 'text-quiet',
} as const;
export type Tone = keyof typeof dots;

type StatusProps = {
  tone: Tone /** A whole sentence, which may need a second line. */;
  wraps?: boolean;
  children: ReactNode;
};

/** A state in a word. The dot repeats what the word says; colour is never alone. */
export function Status({ tone, wraps = false, children }: StatusProps) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${wraps ? '' : 'whitespace-nowrap'} ${words[tone]}`}>
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full border-2 ${dots[tone]}`} />
      {children}
    </span>
  );
}

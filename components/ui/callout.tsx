import type { ReactNode } from 'react';

const tones = {
  plain: 'border-line bg-sunken text-text',
  good: 'border-transparent bg-good-ground text-good',
  warn: 'border-transparent bg-warn-ground text-warn',
  bad: 'border-transparent bg-bad-ground text-bad',
} as const;

type CalloutProps = { tone?: keyof typeof tones; children: ReactNode; actions?: ReactNode };

/** Something to know, where it matters. A fault says what happened, whether money moved, and what to do. */
export function Callout({ tone = 'plain', children, actions }: CalloutProps) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border px-3.5 py-2.5 text-sm ${tones[tone]}`}
    >
      <div className="min-w-0 wrap-anywhere">{children}</div>
      {actions}
    </div>
  );
}

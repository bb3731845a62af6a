import type { ReactNode } from 'react';

/** Jargon and exact values, for those who ask. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="text-[0.9375rem]">
      <summary className="min-h-6 py-2 text-quiet hover:text-text">{title}</summary>
      {children}
    </details>
  );
}

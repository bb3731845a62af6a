import type { ReactNode } from 'react';

export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-full bg-warn-ground px-2.5 py-0.5 text-[0.8125rem] font-medium text-warn">{children}</span>
  );
}

'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';

type PanelProps = { heading: string; children?: ReactNode; actions?: ReactNode };

/** One stage of the wallet step. Its heading takes the focus, and brings its words along for those who hear the page. */
export function Panel({ heading, children, actions }: PanelProps) {
  const words = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const inDialog = document.activeElement?.closest('[role="dialog"]');
    if (heading && !inDialog) title.current?.focus();
  }, [heading]);
  return (
    <section className="rounded-xl border border-line bg-sunken p-4 sm:p-5">
      <h2
        ref={title}
        tabIndex={-1}
        aria-describedby={children ? words : undefined}
        className="text-lg font-semibold text-balance"
      >
        {heading}
      </h2>
      {children && (
        <div id={words} className="mt-2 space-y-2 text-[0.9375rem] text-pretty text-quiet">
          {children}
        </div>
      )}
      {actions && <div className="mt-4 space-y-3">{actions}</div>}
    </section>
  );
}

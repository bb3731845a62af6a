import type { ReactNode } from 'react';

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; above?: ReactNode; actions?: ReactNode };

/** The one h1 of a page of the desk, with what can be done here at its side. */
export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above && <div className="mb-1 text-[0.8125rem] text-quiet">{above}</div>}
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere" dir="auto">
          {title}
        </h1>
        {lead && <div className="mt-1 max-w-prose text-sm text-quiet">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** A part of a page: its heading, and what can be done in it. */
export function Section({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="mt-8 first:mt-0">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
        {lead && <p className="text-[0.8125rem] text-quiet">{lead}</p>}
        {actions}
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

export function Facts({ children, dense = false }: { children: ReactNode; dense?: boolean }) {
  const size = dense ? 'text-[0.8125rem] [&>div]:py-1.5' : 'text-[0.9375rem]';
  return <dl className={`divide-y divide-line ${size}`}>{children}</dl>;
}

/** `untilSent`: hidden while the page says that something was sent, as it may be over. */
type FactProps = { name: string; untilSent?: boolean; children: ReactNode };

export function Fact({ name, untilSent, children }: FactProps) {
  return (
    <div data-until-sent={untilSent || undefined} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5">
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 max-w-full grow text-end wrap-anywhere">{children}</dd>
    </div>
  );
}

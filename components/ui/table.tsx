import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react';

/** Tables of the desk: dense rows, hairlines, numbers to the right. */

type TableProps = { caption: string; children: ReactNode; className?: string };

/** The caption names the table to those who cannot see what is around it. Wide tables scroll within themselves. */
export function Table({ caption, children, className = '' }: TableProps) {
  return (
    <div className="relative overflow-x-auto rounded-lg border border-line bg-surface">
      <table className={`w-full border-collapse text-[0.8125rem] ${className}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Head({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b border-line text-start text-xs text-quiet">
      <tr>{children}</tr>
    </thead>
  );
}

export function Body({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function Row({ children, tone }: { children: ReactNode; tone?: 'selected' }) {
  return <tr className={tone === 'selected' ? 'bg-sunken' : 'hover:bg-sunken'}>{children}</tr>;
}

type Align = { end?: boolean };

export function Th({ end = false, className = '', ...rest }: ThHTMLAttributes<HTMLTableCellElement> & Align) {
  return (
    <th scope="col" {...rest} className={`h-8 px-3 font-medium ${end ? 'text-end' : 'text-start'} ${className}`} />
  );
}

export function Td({ end = false, className = '', ...rest }: TdHTMLAttributes<HTMLTableCellElement> & Align) {
  return <td {...rest} className={`h-9 px-3 py-1.5 ${end ? 'text-end tabular-nums' : ''} ${className}`} />;
}

import type { ReactNode } from 'react';

/** Numbers that belong together, side by side as far as there is room. Each draws its own lines: a row need not be full. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-3 lg:grid-cols-5">
      {children}
    </dl>
  );
}

type FigureProps = { name: string; children: ReactNode; note?: ReactNode; bad?: boolean };

export function Figure({ name, children, note, bad = false }: FigureProps) {
  return (
    <div className="min-w-0 px-3 py-2.5 shadow-[0_0_0_1px_var(--line)]">
      <dt className="text-xs text-quiet">{name}</dt>
      <dd>
        {/* An amount may part from its currency here: six decimals beside each other do not fit a phone. */}
        <span className={`block text-sm font-medium wrap-anywhere *:whitespace-normal ${bad ? 'text-bad' : ''}`}>
          {children}
        </span>
        {note && <span className={`block text-xs text-pretty ${bad ? 'text-bad' : 'text-quiet'}`}>{note}</span>}
      </dd>
    </div>
  );
}

export function NotKnown() {
  return <span className="font-normal text-quiet">not known</span>;
}

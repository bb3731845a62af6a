import type { ReactNode } from 'react';
import type { AuditLineOnWire } from '@/lib/access/schema';
import { wordsIn } from '@/lib/wire/reason-words';

function text(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? value : (wordsIn(value) ?? JSON.stringify(value));
}

/** What changed, field by field, as it was and as it is; and all else that is known of the line. */
export function FactsChange({ line: { before, after, detail } }: { line: AuditLineOnWire }) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const more = Object.entries(detail);
  if (names.length === 0 && more.length === 0) return <p className="text-quiet">Nothing more is known of it.</p>;
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1">
      {names.map((name) => (
        <Line key={name} name={name}>
          {before && (
            <span className="text-quiet">
              <span className="sr-only">was </span>
              <del className="decoration-1">{text(before[name])}</del>
            </span>
          )}
          {before && after && <span aria-hidden="true"> → </span>}
          {after && (
            <>
              {before && <span className="sr-only">, is now </span>}
              <ins className="no-underline">{text(after[name])}</ins>
            </>
          )}
        </Line>
      ))}
      {more.map(([name, value]) => (
        <Line key={`detail ${name}`} name={name}>
          {text(value)}
        </Line>
      ))}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-mono text-quiet">{name}</dt>
      <dd className="min-w-0 font-mono wrap-anywhere">{children}</dd>
    </>
  );
}

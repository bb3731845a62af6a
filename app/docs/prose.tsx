import type { ReactNode } from 'react';

/** Text in which backticks mark code. */
export function Prose({ text }: { text: string }) {
  const parts = text.split('`').map((part, index) => ({ part, code: index % 2 === 1, key: `${index}:${part}` }));
  return parts.map(({ part, code, key }) => (code ? <Code key={key}>{part}</Code> : part));
}

export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="rounded-sm border border-line bg-surface px-1 font-mono text-[0.8125em] break-words">
      {children}
    </code>
  );
}

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-t border-line pt-8">
      <h2 id={`${id}-title`} className="text-xl font-semibold tracking-tight">
        {title}
      </h2>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </section>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p className="max-w-prose text-pretty">{children}</p>;
}

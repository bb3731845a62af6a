'use client';
import type { ReactNode } from 'react';
import { browserName } from '@/components/desk/words/browser-name';
import { Amount } from '@/components/ui/figures/amount';
import { Hash } from '@/components/ui/figures/hex';
import { Icon } from '@/components/ui/figures/icon';
import { Time } from '@/components/ui/figures/time';
import { useListening } from '@/components/ui/use-listening';
import type { AuditLineOnWire } from '@/lib/access/schema';
import type { SubjectName } from '@/lib/desk/story/subject-schema';
import { actionWords } from './action-words';
import { FactsChange } from './facts-change';
import { Subject } from './subject';

const kinds: Readonly<Record<string, string>> = {
  api_key: 'An API key',
  claimant: 'A recipient',
  system: 'The portal',
  user: 'A former member',
};

function actorName({ kind, name }: AuditLineOnWire['actor']): string {
  return name ?? kinds[kind] ?? kind;
}

type AuditLinesProps = { lines: readonly AuditLineOnWire[]; names: ReadonlyMap<string, SubjectName> };

/**
 * Who did what and to which, the newest first; each line opens to say what changed. That is drawn by the browser: a page
 * full of it, once as markup and once for the scripts, is half a megabyte.
 */
export function AuditLines({ lines, names }: AuditLinesProps) {
  const listening = useListening();
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface text-[0.8125rem]">
      {lines.map((line) => (
        <li key={line.id}>
          <details className="group">
            <summary className="relative grid min-h-11 grid-cols-1 content-center items-baseline gap-x-4 gap-y-0.5 py-2 pr-10 pl-3.5 hover:bg-sunken sm:grid-cols-[12.5rem_minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)_16rem]">
              <span className="text-quiet">
                <Time iso={line.at} />
              </span>
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{actorName(line.actor)}</span> {actionWords(line.action)}
                <About name={names.get(line.subject_id)} />
              </span>
              <span className="hidden text-right text-quiet lg:block">
                {line.address ? `${line.address}, ${browserName(line.user_agent)}` : ''}
              </span>
              <span className="absolute top-3.5 right-3.5 text-quiet group-open:rotate-180">
                {listening && <Icon name="down" />}
              </span>
            </summary>
            {listening && <Details line={line} />}
          </details>
        </li>
      ))}
    </ol>
  );
}

function About({ name }: { name: SubjectName | undefined }) {
  if (!name) return null;
  return (
    <>
      : <bdi>{name.name}</bdi>
      {name.money && (
        <>
          , <Amount value={name.money.amount} symbol={name.money.asset} />
        </>
      )}
    </>
  );
}

function Details({ line }: { line: AuditLineOnWire }) {
  const { actor, seal } = line;
  return (
    <div className="space-y-3 border-t border-line bg-sunken px-3.5 py-3 text-xs">
      <FactsChange line={line} />
      <dl className="flex flex-wrap gap-x-6 gap-y-1.5">
        <Fact name="About">
          <Subject id={line.subject_id} />
        </Fact>
        <Fact name="Action">
          <span className="font-mono">{line.action}</span>
        </Fact>
        {actor.id && (
          <Fact name="By">
            <span className="font-mono wrap-anywhere">{actor.id}</span>
          </Fact>
        )}
        {line.address && (
          <Fact name="From">
            <span title={line.user_agent ?? undefined}>
              {line.address}, {browserName(line.user_agent)}
            </span>
          </Fact>
        )}
        <Fact name="Seal">
          {seal ? (
            <>
              {seal.sequence}, <Hash value={seal.hash} />
            </>
          ) : (
            'In a few seconds'
          )}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1.5">
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

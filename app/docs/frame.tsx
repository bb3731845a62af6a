import type { ReactNode } from 'react';
import { openapiDocument } from '@/app/api/v1/document';
import { inputClass } from '@/components/ui/field';
import type { Tag } from '@/lib/http/pipeline/route';
import { operationAddress, subjectAddress } from './addresses';
import { doorPages } from './doors/pages';
import { operationsByTag } from './operations';

const mark = '[&_a]:block [&_a]:py-1 [&_a]:hover:text-text [&_[aria-current]]:font-medium [&_[aria-current]]:text-text';

/** Answered by the portal itself, so that it works in any browser. */
function SearchForm({ asked = '' }: { asked?: string | undefined }) {
  return (
    <search>
      <form action="/docs/search" className="flex gap-2">
        <input
          type="search"
          name="q"
          aria-label="Find in the reference"
          placeholder="Call, field or problem"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={asked}
          className={inputClass}
        />
        <button type="submit" className="rounded-lg border border-line-strong bg-surface px-3 text-[0.8125rem]">
          Find
        </button>
      </form>
    </search>
  );
}

function Subjects({ address }: { address: string }) {
  const current = (one: string) => (one === address ? 'page' : undefined);
  const isWithin = (tag: Tag) => `${address}/`.startsWith(`${subjectAddress(tag)}/`);
  const link = (one: string, words: string) => (
    <a href={one} aria-current={current(one)}>
      {words}
    </a>
  );
  return (
    <ul className={`mt-4 text-sm text-quiet ${mark}`}>
      <li>{link('/docs', 'Guide and all calls')}</li>
      {operationsByTag(openapiDocument()).map(({ tag, operations }) => (
        <li key={tag}>
          {link(subjectAddress(tag), tag)}
          {isWithin(tag) && (
            <ul className="border-s border-line ps-3">
              {operations.map(({ operation: { operationId, summary } }) => (
                <li key={operationId}>{link(operationAddress(tag, operationId), summary)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
      <li>{link('/docs/errors', 'Problem codes')}</li>
      {doorPages.map(({ name, system }) => (
        <li key={name}>{link(`/docs/doors/${name}`, system)}</li>
      ))}
    </ul>
  );
}

type FrameProps = {
  /** Of this very page, which the contents mark. */
  address: string;
  asked?: string;
  children: ReactNode;
};

/** A page of the reference: its contents beside it where there is room, folded above it where there is not. */
export function Frame({ address, asked, children }: FrameProps) {
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-12 px-4 py-10 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <header className="mb-8 lg:sticky lg:top-6 lg:mb-0 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:p-1">
        <a className="mb-4 block font-semibold text-link" href="/">
          Drawbridge
        </a>
        <SearchForm asked={asked} />
        <nav aria-label="Contents" className="hidden lg:block">
          <Subjects address={address} />
        </nav>
        <nav aria-label="Contents" className="mt-3 lg:hidden">
          <details className="rounded-lg border border-line bg-surface px-4 py-2">
            <summary className="py-1 font-semibold">Contents</summary>
            <Subjects address={address} />
          </details>
        </nav>
      </header>
      <main className="flex min-w-0 flex-col gap-10">{children}</main>
    </div>
  );
}

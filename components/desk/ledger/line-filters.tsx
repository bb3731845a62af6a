'use client';
import Link from 'next/link';
import { type RefObject, useEffect, useRef } from 'react';
import { useViewer } from '@/components/desk/frame/desk';
import { useGoing } from '@/components/desk/frame/going';
import { hrefOf } from '@/components/desk/frame/href';
import { accountWords, kindWords } from '@/components/desk/words/ledger-words';
import { buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/fields';
import { zoneWords } from '@/components/ui/figures/zone-words';
import { accountKinds, postingKinds } from '@/db/vocabulary/books';
import { chainOf } from '@/lib/chains/registry';
import type { AssetBooks, BookFilters } from '@/lib/ledger/schema';

type LineFiltersProps = { filters: BookFilters; books: readonly AssetBooks[] };

const path = '/dashboard/ledger';

/**
 * Another address, such as by "Back", shows in the controls. The one in use keeps the focus, and what the member typed while
 * the last choice was on its way stays.
 */
function useShownFilters(form: RefObject<HTMLFormElement | null>, filters: BookFilters) {
  const shown = useRef(filters);
  useEffect(() => {
    if (JSON.stringify(shown.current) === JSON.stringify(filters)) return;
    const before = new Map<string, string | undefined>(Object.entries(shown.current));
    const values = new Map<string, string | undefined>(Object.entries(filters));
    shown.current = filters;
    for (const control of form.current?.elements ?? []) {
      const holds = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
      if (holds && control.value === (before.get(control.name) ?? '')) control.value = values.get(control.name) ?? '';
    }
  }, [form, filters]);
}

function choicesOf(books: readonly AssetBooks[]) {
  const chains = [...new Set(books.flatMap(({ chain }) => chain ?? []))];
  const assets = [...new Set(books.map(({ asset }) => asset))];
  return [
    ['account', 'Account', accountKinds.map((one) => [one, accountWords[one].name] as const)],
    ['kind', 'What', postingKinds.map((one) => [one, kindWords[one]] as const)],
    ['chain', 'Network', chains.map((one) => [one, chainOf(one).name] as const)],
    ['asset', 'Asset', assets.map((one) => [one, one] as const)],
  ] as const;
}

const days = [
  ['from', 'From'],
  ['to', 'Until'],
] as const;

/** Narrows the lines down. A plain form: without script it works by its button. */
export function LineFilters({ filters, books }: LineFiltersProps) {
  const going = useGoing();
  const { time_zone: zone } = useViewer();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const given = [...new FormData(form.current)].map(([name, value]) => [name, String(value)] as const);
    going.go(hrefOf(path, Object.fromEntries(given)), { scroll: false });
  };
  useShownFilters(form, filters);
  const isNarrow = Object.values(filters).some(Boolean);
  return (
    <search aria-label="Search the lines">
      <form
        ref={form}
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
        className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-4"
      >
        <div className="col-span-2">
          <TextField
            {...{ name: 'payout', label: 'Payout', defaultValue: filters.payout, maxLength: 300 }}
            data-search
            placeholder="Id or reference"
            spellCheck={false}
          />
        </div>
        {choicesOf(books).map(([name, label, words]) => (
          <SelectField
            key={name}
            {...{ name, label, defaultValue: filters[name] ?? '', onChange: go, options: [['', 'Any'], ...words] }}
          />
        ))}
        {days.map(([name, label]) => (
          <TextField
            key={name}
            {...{ name, label, type: 'date', defaultValue: filters[name], onChange: go }}
            title={`Days in ${zoneWords(zone)}, both included`}
          />
        ))}
        <div className="col-span-2 flex flex-wrap gap-2 sm:col-span-4">
          <button type="submit" className={buttonClass('small')}>
            Search
          </button>
          {isNarrow && (
            <Link href={path} prefetch={false} scroll={false} className={buttonClass('bare')}>
              Show everything
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

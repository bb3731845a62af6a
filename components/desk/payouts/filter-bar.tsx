'use client';
import { useRef } from 'react';
import { useViewer } from '@/components/desk/frame/desk';
import { useGoing } from '@/components/desk/frame/going';
import { countWords } from '@/components/desk/words/count-words';
import { wordsOf } from '@/components/rails/registry';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { SelectField, TextField } from '@/components/ui/fields';
import { zoneWords } from '@/components/ui/figures/zone-words';
import { type PayoutStatus, payoutStatuses, railIds } from '@/db/vocabulary/payouts';
import { knownChains } from '@/lib/chains/registry';
import { type PayoutFilters, type PayoutNeed, payoutNeeds } from '@/lib/desk/list/schema';
import type { StatusCounts } from '@/lib/desk/overview/schema';
import { termsOf } from '@/lib/rails/traits';
import { listHref, readFilters, wayOf } from './filter-query';
import { needWords, statusWords } from './status-words';

type FilterBarProps = { filters: PayoutFilters; assets: readonly string[]; counts: StatusCounts };

/** The search box and the filters. A plain form: without script it works by its button. */
export function FilterBar({ filters, assets, counts }: FilterBarProps) {
  const going = useGoing();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const given = Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)]));
    going.go(listHref(readFilters(given).query));
  };
  const more = [
    filters.rail,
    filters.delivery,
    filters.chain,
    filters.asset,
    filters.amount_min,
    filters.amount_max,
    filters.from,
    filters.to,
  ];
  return (
    <form
      ref={form}
      action="/dashboard/payouts"
      // A new address is a new form: what it shows are the filters of the page.
      key={JSON.stringify(filters)}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
      className="mb-5 space-y-3"
    >
      {filters.sort && <input type="hidden" name="sort" value={filters.sort} />}
      {filters.delivery && !filters.rail && <input type="hidden" name="delivery" value={filters.delivery} />}
      <div className="flex flex-wrap gap-2">
        <search className="min-w-48 grow basis-full sm:basis-72">
          <input
            {...{ 'data-search': true, name: 'q', type: 'search', defaultValue: filters.q, maxLength: 300 }}
            aria-label="Search by reference, description, id, address, e-mail or hash"
            placeholder="Reference, description, id, address, e-mail or hash"
            autoComplete="off"
            spellCheck={false}
            className={inputClass}
          />
        </search>
        <ShowChoice filters={filters} counts={counts} go={go} />
        <button type="submit" className={buttonClass('small')}>
          Search
        </button>
      </div>
      <details open={more.some(Boolean)} className="text-[0.8125rem]">
        <summary className="w-fit rounded-sm text-quiet hover:text-text">More filters</summary>
        <MoreFilters filters={filters} assets={assets} go={go} />
      </details>
    </form>
  );
}

/** What needs a person just because of its state stands among the states, once. */
const statesOfNeeds: Partial<Record<PayoutNeed, PayoutStatus>> = { approval: 'awaiting_approval', failed: 'failed' };

/** One choice for two filters: a state that needs a person, or a status. */
function ShowChoice({ filters, counts, go }: Pick<FilterBarProps, 'filters' | 'counts'> & { go: () => void }) {
  const { needs } = filters;
  const status = (needs && statesOfNeeds[needs]) ?? filters.status;
  const show = status ? `status:${status}` : needs ? `needs:${needs}` : '';
  return (
    <div className="grow sm:w-52 sm:grow-0">
      <select name="show" aria-label="Show" defaultValue={show} onChange={go} className={inputClass}>
        <option value="">All payouts</option>
        <optgroup label="Needs you">
          {payoutNeeds
            .filter((need) => !statesOfNeeds[need])
            .map((need) => (
              <option key={need} value={`needs:${need}`}>
                {needWords[need]}
              </option>
            ))}
        </optgroup>
        <optgroup label="Status">
          {payoutStatuses.map((status) => (
            <option key={status} value={`status:${status}`}>
              {statusWords[status]} ({countWords(counts[status] ?? 0)})
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

const any = ['', 'Any'] as const;

/** A rail with several deliveries is offered as a whole and by each of them. */
const ways = railIds.flatMap((rail) => {
  const { deliveries } = termsOf(rail);
  if (deliveries.length === 1) return [[rail, wordsOf(rail).paidBy] as const];
  const each = deliveries.map((one) => [wayOf({ rail, delivery: one }), wordsOf(rail, one).paidBy] as const);
  return [[rail, 'Vault, in any way'] as const, ...each];
});

function MoreFilters({ filters, assets, go }: Omit<FilterBarProps, 'counts'> & { go: () => void }) {
  const { time_zone: zone } = useViewer();
  const day = { type: 'date', title: `Days in ${zoneWords(zone)}, both included` } as const;
  return (
    <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-7">
      <SelectField
        name="chain"
        label="Network"
        defaultValue={filters.chain ?? ''}
        onChange={go}
        options={[any, ...knownChains().map(({ key, name }) => [key, name] as const)]}
      />
      <SelectField
        name="asset"
        label="Asset"
        defaultValue={filters.asset ?? ''}
        onChange={go}
        options={[any, ...assets.map((asset) => [asset, asset] as const)]}
      />
      <SelectField name="by" label="Paid by" defaultValue={wayOf(filters)} onChange={go} options={[any, ...ways]} />
      <TextField name="amount_min" label="At least" inputMode="decimal" defaultValue={filters.amount_min} />
      <TextField name="amount_max" label="At most" inputMode="decimal" defaultValue={filters.amount_max} />
      <TextField {...day} name="from" label="Created from" defaultValue={filters.from} onChange={go} />
      <TextField {...day} name="to" label="Created until" defaultValue={filters.to} onChange={go} />
    </div>
  );
}

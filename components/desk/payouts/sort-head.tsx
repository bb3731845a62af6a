'use client';
import type { ReactNode } from 'react';
import { useGoing } from '@/components/desk/frame/going';
import { Icon } from '@/components/ui/figures/icon';
import { Th } from '@/components/ui/table';
import { type PayoutFilters, type PayoutSort, type SortColumn, usualSort } from '@/lib/desk/list/schema';
import { listHref } from './filter-query';

type SortHeadProps = {
  column: SortColumn;
  /** As the page is sorted now. */
  sort: PayoutSort;
  filters: PayoutFilters;
  end?: boolean;
  className?: string;
  children: ReactNode;
};

/** What comes first when a column is pressed for the first time: the newest, the largest, the beginning of the alphabet. */
const firstOf: Record<SortColumn, PayoutSort> = {
  ...{ created: '-created', amount: '-amount', status: 'status', reference: 'reference' },
};

/** The head of a column by which the list can be sorted; pressed again, the other way round. */
export function SortHead({ column, sort, filters, end, className, children }: SortHeadProps) {
  const going = useGoing();
  const falls = sort === `-${column}`;
  const rises = sort === column;
  const next = falls ? column : rises ? (`-${column}` as const) : firstOf[column];
  return (
    <Th end={end} className={className} aria-sort={falls ? 'descending' : rises ? 'ascending' : undefined}>
      <button
        type="button"
        className={`-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-text ${falls || rises ? 'text-text' : ''}`}
        onClick={() =>
          going.go(listHref({ ...filters, sort: next === usualSort ? undefined : next }), { scroll: false })
        }
      >
        {children}
        {(falls || rises) && (
          <span className={rises ? 'rotate-180' : ''}>
            <Icon name="down" />
          </span>
        )}
      </button>
    </Th>
  );
}

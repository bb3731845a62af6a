import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/figures/time';
import { type PayoutFilters, type PayoutList, usualSort } from '@/lib/desk/list/schema';
import { listHref } from './filter-query';

/** The pages beside this one. A page that ended because enough was looked through says how far that was. */
export function Pager({ list, filters }: { list: PayoutList; filters: PayoutFilters }) {
  const { after, before, looked_back_to: lookedTo, sort } = list;
  const isNewest = sort === usualSort;
  const [back, on] = isNewest ? ['Newer', 'Older'] : ['Before', 'After'];
  if (!after && !before) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-2 text-[0.8125rem]">
      {before && (
        <>
          <Link href={listHref(filters)} prefetch={false} className={buttonClass('bare')}>
            {isNewest ? 'Newest' : 'First'}
          </Link>
          <Link href={listHref(filters, { before })} prefetch={false} rel="prev" className={buttonClass('small')}>
            {back}
          </Link>
        </>
      )}
      {after && (
        <Link href={listHref(filters, { after })} prefetch={false} rel="next" className={buttonClass('small')}>
          {lookedTo ? 'Look further' : on}
        </Link>
      )}
      {lookedTo && (
        <p className="text-quiet">
          Looked through 20,000 payouts
          {isNewest && (
            <>
              , as far as <Time iso={lookedTo} />
            </>
          )}
          .
        </p>
      )}
    </nav>
  );
}

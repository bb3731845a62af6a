import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { FilterBar } from '@/components/desk/payouts/filter-bar';
import { listHref, readFilters } from '@/components/desk/payouts/filter-query';
import { FirstPayout, NewPayoutLink, NoMatch } from '@/components/desk/payouts/no-payouts';
import { Pager } from '@/components/desk/payouts/pager';
import { PayoutTable } from '@/components/desk/payouts/payout-table';
import { SavedViews } from '@/components/desk/payouts/saved-views';
import { Together } from '@/components/desk/payouts/together';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/figures/icon';
import { PageHeader } from '@/components/ui/page-header';
import { listForDesk } from '@/lib/desk/list/list';
import { listViews } from '@/lib/desk/list/views';
import { listAssetSymbols } from '@/lib/desk/overview/assets';
import { viewStatusCounts } from '@/lib/desk/overview/overview';
import { Refusal } from '@/lib/kernel/errors';

export const metadata: Metadata = { title: 'Payouts' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { ctx, viewer } = await deskPage('payouts:read');
  const { query, ignored } = readFilters(await searchParams);
  const { after: _after, before: _before, ...filters } = query;
  const [list, views, assets, counts] = await Promise.all([
    listForDesk(ctx, query).catch((error: unknown) => {
      // A cursor that is none of ours: the first page is what was meant.
      if (error instanceof Refusal && error.code === 'invalid_request') redirect(listHref(filters));
      throw error;
    }),
    listViews(ctx),
    listAssetSymbols(ctx),
    viewStatusCounts(ctx),
  ]);
  const narrowed = new URLSearchParams(Object.entries(filters)).toString();
  const none = list.rows.length === 0;
  const may = viewer.permissions.includes('payouts:write');
  const { sort: _sort, ...narrowing } = filters;
  const isFirst = none && Object.keys(narrowing).length === 0 && !list.after;
  return (
    <>
      <PageHeader
        title="Payouts"
        actions={
          <>
            <a href={`/api/desk/payouts/export?${narrowed}`} download className={buttonClass('small')}>
              <Icon name="download" />
              Export CSV
            </a>
            {may && !isFirst && <NewPayoutLink />}
          </>
        }
      />
      <FilterBar filters={filters} assets={assets} counts={counts} />
      <SavedViews views={views} query={narrowed} />
      {ignored.length > 0 && (
        <div className="mb-4">
          <Callout tone="warn">Not understood, and so left out: {ignored.join(', ')}.</Callout>
        </div>
      )}
      {list.found_by === 'reference' && !none && (
        <p className="mb-2 text-[0.8125rem] text-quiet">
          References that begin with “{query.q}”{list.sort === 'reference' && ', in their order'}.
        </p>
      )}
      {isFirst ? (
        <FirstPayout may={may} />
      ) : none ? (
        <NoMatch list={list} q={query.q} />
      ) : (
        <>
          <PayoutTable list={list} filters={filters} />
          {!list.after && !list.before && <Together rows={list.rows} />}
        </>
      )}
      <Pager list={list} filters={filters} />
    </>
  );
}

import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { AccountList } from '@/components/desk/ledger/account-list';
import { CheckState } from '@/components/desk/ledger/check-state';
import { LineFilters } from '@/components/desk/ledger/line-filters';
import { LineTable } from '@/components/desk/ledger/line-table';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/figures/icon';
import { Time } from '@/components/ui/figures/time';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewBooks } from '@/lib/ledger/checks/check-books';
import { listLines } from '@/lib/ledger/list-lines';
import { bookQuery } from '@/lib/ledger/schema';

export const metadata: Metadata = { title: 'Ledger' };

const path = '/dashboard/ledger';

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await deskPage('ledger:read');
  const { query, ignored } = await readQuery(bookQuery, searchParams);
  const { after, ...filters } = query;
  const [{ assets, check, standing }, page] = await Promise.all([viewBooks(ctx), listLines(ctx, query)]);
  const isNarrow = Object.keys(filters).length > 0;
  return (
    <>
      <LiveRefresh topics={['ledger']} />
      <PageHeader
        title="Ledger"
        lead="Every movement goes from one account to another and stays for good; together the accounts of an asset come to 0."
      />
      {assets.length === 0 ? (
        <Empty title="Nothing is booked yet">
          The first deposit into a vault and the first payout stand here as soon as they happen.
        </Empty>
      ) : (
        <>
          <CheckState check={check} standing={standing} />
          <AccountList books={assets} />
          <div id="lines" className="mt-8 scroll-mt-4">
            <Section
              title="Lines"
              actions={
                <a href={hrefOf('/api/desk/ledger/export', filters)} download className={buttonClass('small')}>
                  <Icon name="download" />
                  Export CSV
                </a>
              }
            >
              <LineFilters filters={filters} books={assets} />
              {ignored.length > 0 && (
                <div className="mb-4">
                  <Callout tone="warn">Not understood, and so left out: {ignored.join(', ')}.</Callout>
                </div>
              )}
              {page.lines.length > 0 ? (
                <LineTable caption="Lines of the books, the newest first" lines={page.lines} />
              ) : (
                <Empty title={isNarrow || after ? 'No line is like that' : 'Nothing is booked yet'} />
              )}
              {page.looked_back_to && (
                <p className="mt-3 text-[0.8125rem] text-quiet">
                  Looked through 20,000 postings, as far as <Time iso={page.looked_back_to} />. “Older” looks further.
                </p>
              )}
              <OlderPages
                first={after ? hrefOf(path, filters) : null}
                older={page.next && hrefOf(path, { ...filters, after: page.next })}
              />
            </Section>
          </div>
        </>
      )}
    </>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { CostTable } from '@/components/desk/relayer/cost-table';
import { StandingList } from '@/components/desk/relayer/standing-list';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/fields';
import { PageHeader, Section } from '@/components/ui/page-header';
import { Refusal } from '@/lib/kernel/errors';
import { relayCostsQuery } from '@/lib/relay/claims/cost-schema';
import { viewRelayCosts, viewRelayStandings } from '@/lib/relay/claims/costs';

export const metadata: Metadata = { title: 'Network fees' };

/** It does not follow every change, as other pages do: each look adds up all that was sent in its days. */
const path = '/dashboard/relayer';

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await deskPage('payouts:read');
  const { query } = await readQuery(relayCostsQuery, searchParams);
  const [costs, standings] = await Promise.all([
    viewRelayCosts(ctx, query).catch((error: unknown) => {
      // More days than one page shows: the usual ones.
      if (error instanceof Refusal && error.code === 'invalid_request') redirect(path);
      throw error;
    }),
    viewRelayStandings(ctx),
  ]);
  return (
    <>
      <PageHeader
        title="Network fees"
        lead="What the portal pays the networks to send your payouts for their recipients, and what your fees bring against it."
      />
      <Section title="Where the portal sends">
        <StandingList standings={standings} />
      </Section>
      <Section title="By day" lead="As of when you opened this page, by the day on which it was asked for.">
        <FilterForm path={path} filters={query} className="mb-4 flex flex-wrap items-end gap-3">
          <TextField name="from" label="From" type="date" defaultValue={query.from} />
          <TextField name="to" label="Until" type="date" defaultValue={query.to} />
          <button type="submit" className={buttonClass('small')}>
            Show
          </button>
        </FilterForm>
        {costs.length > 0 ? (
          <>
            <CostTable costs={costs} />
            <p className="mt-3 max-w-prose text-[0.8125rem] text-quiet">
              “Short by” says how much more the network took than what the fees are worth at today’s rates. “Without a
              fee” is what the network took for payouts that bore no fee, that it passed over, or that were claimed in
              another way: the part that nothing stands against. What one payout took is on its page.
            </p>
          </>
        ) : (
          <Empty title={query.from || query.to ? 'Nothing was sent on these days' : 'Nothing was sent in 30 days'}>
            Payouts that recipients have the portal send, and those that nobody has to claim, are counted here.
          </Empty>
        )}
      </Section>
    </>
  );
}

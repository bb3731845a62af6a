import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { ChainStates } from '@/components/desk/reconcile/chain-states';
import { CloseTable } from '@/components/desk/reconcile/close-table';
import { DifferenceList } from '@/components/desk/reconcile/difference-list';
import { RunButton } from '@/components/desk/reconcile/run-button';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewTeam } from '@/lib/access/team/team';
import { closeQuery, differenceQuery } from '@/lib/reconcile/core/schema';
import { listCloses, listDifferences, viewReconciliation } from '@/lib/reconcile/review/view';

export const metadata: Metadata = { title: 'Reconciliation' };

type Search = { before?: string; cursor?: string; show?: string };

export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const { ctx } = await deskPage('reconcile:read');
  const { before, cursor, show } = await searchParams;
  const resolved = show === 'settled';
  const wanted = { status: resolved ? 'resolved' : 'unresolved', cursor };
  const query = differenceQuery.catch(differenceQuery.parse({ status: wanted.status })).parse(wanted);
  const [state, closes, differences, { members }] = await Promise.all([
    viewReconciliation(ctx),
    listCloses(ctx, closeQuery.catch({}).parse({ before })),
    listDifferences(ctx, query),
    viewTeam(ctx),
  ]);
  const busy = state.chains.some(({ running }) => running !== null);
  const team = members.map(({ user_id, name }) => ({ user_id, name }));
  return (
    <>
      <LiveRefresh topics={['reconcile']} />
      <PageHeader
        title="Reconciliation"
        lead="Your books, held against the chain both ways: every day, and when you ask."
        actions={state.chains.length > 0 && <RunButton busy={busy} words="Reconcile now" primary />}
      />
      {state.chains.length === 0 ? (
        <Empty title="There is nothing to hold against each other yet">
          As soon as a vault or an asset is set up, every movement of your wallets is compared with your books here.
        </Empty>
      ) : (
        <>
          <Section title="Today">
            <ChainStates state={state} />
          </Section>
          <Section title={resolved ? 'Resolved differences' : 'Differences'} actions={<Switch resolved={resolved} />}>
            {differences.data.length > 0 ? (
              <DifferenceList lines={differences.data} team={team} />
            ) : (
              <NoDifferences resolved={resolved} closed={closes.data.length > 0} />
            )}
            {differences.next_cursor && (
              <Older href={`?${new URLSearchParams({ show: show ?? '', cursor: differences.next_cursor })}`} />
            )}
          </Section>
          <Section title="Closed days">
            {closes.data.length > 0 ? (
              <CloseTable closes={closes.data} />
            ) : (
              <Empty title="No day is closed yet">
                A day is closed by itself once it is over in UTC and its last block is final. “Reconcile now” closes
                today as far as it is final.
              </Empty>
            )}
            {closes.before && <Older href={`?${new URLSearchParams({ before: closes.before })}`} />}
          </Section>
        </>
      )}
    </>
  );
}

function Switch({ resolved }: { resolved: boolean }) {
  return (
    <Link
      href={resolved ? '/dashboard/reconciliation' : '/dashboard/reconciliation?show=settled'}
      prefetch={false}
      className={`${buttonClass('text')} text-[0.8125rem]`}
    >
      {resolved ? 'Show what is open' : 'Show what is resolved'}
    </Link>
  );
}

function NoDifferences({ resolved, closed }: { resolved: boolean; closed: boolean }) {
  if (resolved) return <Empty title="Nothing was resolved yet" />;
  if (!closed)
    return <Empty title="Nothing was read yet">What chain and books do not say alike will stand here.</Empty>;
  return <Empty title="Nothing is open">Every difference that was found is resolved.</Empty>;
}

function Older({ href }: { href: string }) {
  return (
    <p className="mt-3">
      <Link href={href} prefetch={false} className={buttonClass('small')}>
        Older
      </Link>
    </p>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AssetTable } from '@/components/desk/reconcile/asset-table';
import { closeStanding, dayWords } from '@/components/desk/reconcile/close-words';
import { DifferenceList } from '@/components/desk/reconcile/difference-list';
import { RunButton } from '@/components/desk/reconcile/run-button';
import { Callout } from '@/components/ui/callout';
import { Empty } from '@/components/ui/empty';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import { PageHeader, Section } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { viewTeam } from '@/lib/access/team/team';
import { type CloseOnWire, closeParams } from '@/lib/reconcile/core/schema';
import { viewClose, viewReconciliation } from '@/lib/reconcile/review/view';

export const metadata: Metadata = { title: 'Closed day' };

export default async function Page({ params }: { params: Promise<{ chain: string; day: string }> }) {
  const { ctx } = await deskPage('reconcile:read');
  const read = closeParams.safeParse(await params);
  if (!read.success) notFound();
  const { chain, day } = read.data;
  const [{ data, differences }, state, { members }] = await Promise.all([
    orNotFound(viewClose(ctx, chain, day)),
    viewReconciliation(ctx),
    viewTeam(ctx),
  ]);
  const [close] = data;
  if (!close) notFound();
  const { tone, words } = closeStanding(close);
  const busy = state.chains.some((one) => one.chain === chain && one.running !== null);
  const named = differences.filter(({ id }) => close.differences.includes(id));
  const team = members.map(({ user_id, name }) => ({ user_id, name }));
  return (
    <>
      <LiveRefresh topics={['reconcile']} />
      <PageHeader
        above={
          <Link href="/dashboard/reconciliation" className="hover:underline">
            Reconciliation
          </Link>
        }
        title={dayWords(day)}
        lead={
          <>
            {close.chain_name} · <Status tone={tone}>{words}</Status>
          </>
        }
        actions={<RunButton body={{ chain, day }} busy={busy} words="Close this day again" />}
      />
      <State close={close} />
      {close.assets.length > 0 && (
        <Section title="Figures">
          <AssetTable assets={close.assets} />
        </Section>
      )}
      <Section title="Differences when it was closed">
        {named.length > 0 ? (
          <DifferenceList lines={named} team={team} />
        ) : (
          <Empty title={close.status === 'green' ? 'There was none' : 'None was looked for'} />
        )}
      </Section>
      <Section title="How it was read">
        <HowRead close={close} />
      </Section>
      {data.length > 1 && <Versions versions={data.slice(1)} />}
    </>
  );
}

function State({ close }: { close: CloseOnWire }) {
  if (close.status === 'not_checked') {
    return (
      <Callout tone="warn">
        {close.reason} Nothing is known about this day until it is read. It is tried again by itself.
      </Callout>
    );
  }
  if (close.complete) return null;
  return <Callout>The day was not over, or not final, when this was read. It is closed once more when it is.</Callout>;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function HowRead({ close }: { close: CloseOnWire }) {
  const { moves, claims, settlements, bookings, matched, repaired } = close.counts;
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-1">
      <Facts>
        {close.from_block && (
          <Fact name="Blocks">
            <span className="tabular-nums">
              {close.from_block} to {close.to_block}
            </span>
          </Fact>
        )}
        {close.balance_block && <Fact name="Vault compared at block">{close.balance_block}</Fact>}
        <Fact name="On the chain">
          {count(moves, 'movement')} and {count(claims, 'claim')}
        </Fact>
        <Fact name="In the books">
          {count(settlements, 'settlement')} and {count(bookings, 'movement')}
        </Fact>
        <Fact name="Put right">
          {count(matched, 'payment')} found, {count(repaired, 'booking')} mended
        </Fact>
        <Fact name="Closed">
          <Time iso={close.created_at} /> {close.made_by ? `by ${close.made_by}` : 'by itself'}
        </Fact>
        <Fact name="Version">{close.version}</Fact>
      </Facts>
    </div>
  );
}

function Versions({ versions }: { versions: readonly CloseOnWire[] }) {
  return (
    <Section title="Earlier versions">
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface px-4 text-sm">
        {versions.map((close) => {
          const { tone, words } = closeStanding(close);
          return (
            <li key={close.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5">
              <span>
                Version {close.version}, <Time iso={close.created_at} /> {close.made_by ? `by ${close.made_by}` : ''}
              </span>
              <Status tone={tone}>{words}</Status>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

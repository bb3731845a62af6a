import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LineTable } from '@/components/desk/ledger/line-table';
import { kindWords } from '@/components/desk/words/ledger-words';
import { Empty } from '@/components/ui/empty';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewPosting } from '@/lib/ledger/list-lines';

export const metadata: Metadata = { title: 'Posting' };

type Props = { params: Promise<{ id: string }> };

export default async function Page({ params }: Props) {
  const { ctx } = await deskPage('ledger:read');
  const posting = await orNotFound(viewPosting(ctx, (await params).id));
  const { id, kind, at, origin_ref: source, payout, log, reverses, reversed_by: reversedBy, lines } = posting;
  return (
    <>
      <PageHeader above={<To href="/dashboard/ledger">Ledger</To>} title={kindWords[kind]} lead={<Time iso={at} />} />
      <Section title="Lines" lead="Each leaves one account and arrives at another, so together they come to 0.">
        {lines.length > 0 ? (
          <LineTable caption="The lines of this posting" lines={lines} withPosting={false} />
        ) : (
          <Empty title="It has no lines">There was nothing to move: the amount was 0.</Empty>
        )}
      </Section>
      <Section title="Facts">
        <div className="max-w-2xl">
          <Facts>
            {payout && (
              <Fact name="Payout">
                <To href={`/dashboard/payouts/${payout.id}`}>
                  <bdi>{payout.reference}</bdi>
                </To>
              </Fact>
            )}
            {log && (
              <Fact name={`On ${log.chain_name}`}>
                <Hash value={log.hash} href={log.explorer_url} />
                {log.log_index !== null && (
                  <span className="block text-[0.8125rem] text-quiet">log {log.log_index}</span>
                )}
              </Fact>
            )}
            {reverses && (
              <Fact name="Takes back">
                <To href={`/dashboard/ledger/${reverses}`}>this posting</To>
              </Fact>
            )}
            {reversedBy && (
              <Fact name="Taken back by">
                <To href={`/dashboard/ledger/${reversedBy}`}>this posting</To>
              </Fact>
            )}
            <Fact name="Posting">
              <span className="font-mono text-[0.8125rem]">{id}</span>
            </Fact>
            <Fact name="Booked for">
              <span className="font-mono text-[0.8125rem]">{source}</span>
              <span className="block text-[0.8125rem] text-quiet">which can be booked once only</span>
            </Fact>
          </Facts>
        </div>
      </Section>
    </>
  );
}

function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="text-link underline underline-offset-4">
      {children}
    </Link>
  );
}

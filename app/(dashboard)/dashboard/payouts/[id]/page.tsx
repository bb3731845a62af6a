import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { SubmissionCard } from '@/components/desk/gateways/submission-card';
import { PayoutActions } from '@/components/desk/payouts/payout-actions';
import { PayoutSide } from '@/components/desk/payouts/payout-side';
import { PayoutStatus } from '@/components/desk/payouts/payout-status';
import { ScreeningSection } from '@/components/desk/payouts/screening/screening-section';
import { Standing } from '@/components/desk/payouts/standing';
import { Timeline } from '@/components/desk/payouts/timeline';
import { Amount } from '@/components/ui/figures/amount';
import { Fold } from '@/components/ui/fold';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewSubmissionsOf } from '@/lib/desk/gateways/submissions';
import { tellStory } from '@/lib/desk/story/story';
import { viewScreenings } from '@/lib/payouts/screening/view';
import { isByPortal } from '@/lib/rails/traits';

type Props = { params: Promise<{ id: string }> };

const readStory = cache(async (id: string) => {
  const { ctx, viewer } = await deskPage('payouts:read');
  const story = await orNotFound(tellStory(ctx, id));
  const submissions = isByPortal(story.payout.rail) ? await viewSubmissionsOf(ctx, id) : [];
  return { viewer, story, submissions, screening: await viewScreenings(ctx, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { story } = await readStory((await params).id);
  return { title: `Payout ${story.payout.reference}` };
}

export default async function Page({ params }: Props) {
  const { story, viewer, submissions, screening } = await readStory((await params).id);
  const { payout } = story;
  return (
    <>
      <LiveRefresh topics={['payouts', 'webhooks']} subject={payout.id} />
      <PageHeader
        above={
          <Link href="/dashboard/payouts" prefetch={false} className="hover:text-text hover:underline">
            Payouts
          </Link>
        }
        title={payout.reference}
        lead={
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="text-lg font-semibold text-text">
              <Amount value={payout.amount} symbol={payout.asset} />
            </span>
            <PayoutStatus payout={payout} />
          </p>
        }
        actions={<PayoutActions story={story} />}
      />
      <Standing story={story} viewer={viewer.user_id} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] [&>section]:mt-0">
        <div className="lg:order-last">
          <Section title="Facts">
            <PayoutSide story={story} />
          </Section>
        </div>
        <div className="space-y-8 [&>section]:mt-0">
          {submissions.length > 0 && (
            <Section title="At the gateway">
              <div className="space-y-5">
                {submissions.map((one) => (
                  <SubmissionCard key={one.id} submission={one} />
                ))}
              </div>
            </Section>
          )}
          <ScreeningSection payoutId={payout.id} story={screening} />
          <Section title="What happened" lead={story.cut ? 'Only the newest: there is too much of it.' : undefined}>
            <Timeline moments={story.moments} />
          </Section>
        </div>
      </div>
      <div className="mt-8 border-t border-line pt-3">
        <Fold title="As the API answers it">
          <pre className="mt-2 overflow-x-auto rounded-lg border border-line bg-sunken p-4 font-mono text-xs">
            {JSON.stringify(payout, null, 2)}
          </pre>
        </Fold>
      </div>
    </>
  );
}

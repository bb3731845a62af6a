import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { KeepReading } from '@/components/desk/frame/keep-reading';
import { LiveRefresh } from '@/components/desk/frame/live';
import { CloseGuide } from '@/components/desk/guide/close-guide';
import { StepNav } from '@/components/desk/guide/step-nav';
import { stepWords } from '@/components/desk/guide/words';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader, Section } from '@/components/ui/page-header';
import { guideSteps } from '@/db/vocabulary/merchants';
import { viewGuide } from '@/lib/desk/guide/view-guide';
import { StepPanel } from './step-panel';

export const metadata: Metadata = { title: 'Your first payout' };

type Search = Promise<{ step?: string | string[] }>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { ctx } = await deskPage('payouts:read');
  const [guide, { step: wanted }] = await Promise.all([viewGuide(ctx), searchParams]);
  const steps = guide?.steps ?? [];
  // A step can be opened by itself, also once there is no guide any more: to add an asset or a vault.
  const at = guideSteps.find((one) => one === wanted) ?? steps.find(({ state }) => state !== 'done')?.step;
  if (!at) return <AllDone />;
  const { title, lead } = stepWords[at];
  const following = steps.find(({ step, state }) => step !== at && state !== 'done')?.step ?? null;
  return (
    <>
      <LiveRefresh topics={['settings', 'vaults', 'keys', 'webhooks', 'payouts']} />
      <KeepReading />
      <PageHeader
        title="Your first payout"
        lead="Leave at any time: each step keeps what was done. The overview leads back here until the first payout is through."
        actions={guide && <CloseGuide />}
      />
      <div className="grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <StepNav steps={steps} at={at} />
        <div className="min-w-0">
          <Section title={title}>
            <p className="mb-4 max-w-prose text-sm text-pretty text-quiet">{lead}</p>
            <StepPanel {...{ ctx, step: at, next: following }} />
            {steps.some(({ step, state }) => step === at && state === 'done') && following && (
              <p className="mt-5">
                <Link
                  href={`/dashboard/guide?step=${following}`}
                  prefetch={false}
                  className={buttonClass('smallPrimary')}
                >
                  Next: {stepWords[following].title}
                </Link>
              </p>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}

function AllDone() {
  const forward = (
    <Link href="/dashboard" prefetch={false} className={buttonClass('smallPrimary')}>
      To the overview
    </Link>
  );
  return (
    <>
      <PageHeader title="Your first payout" />
      <Empty title="Everything is set up" action={forward}>
        Vaults, keys, webhooks and settings each have a page of their own, where all of it can be changed.
      </Empty>
    </>
  );
}

import type { Metadata } from 'next';
import { LiveRefresh } from '@/components/desk/frame/live';
import { GuideCard } from '@/components/desk/guide/guide-card';
import { Liabilities } from '@/components/desk/overview/liabilities';
import { Needs } from '@/components/desk/overview/needs';
import { PaidPerDay } from '@/components/desk/overview/paid-per-day';
import { Today } from '@/components/desk/overview/today';
import { Waits } from '@/components/desk/overview/waits';
import { FirstPayout } from '@/components/desk/payouts/no-payouts';
import { zoneWords } from '@/components/ui/figures/zone-words';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewGuide } from '@/lib/desk/guide/view-guide';
import { viewOverview } from '@/lib/desk/overview/overview';
import { deskPage } from './desk-page';

export const metadata: Metadata = { title: 'Overview' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('payouts:read');
  const [overview, guide] = await Promise.all([viewOverview(ctx), viewGuide(ctx)]);
  const zone = zoneWords(viewer.time_zone);
  return (
    <>
      <LiveRefresh topics={['payouts', 'webhooks', 'reconcile']} />
      <PageHeader title="Overview" />
      {guide && <GuideCard guide={guide} />}
      <Section title="What needs you">
        <Needs counts={overview.needs} permissions={viewer.permissions} />
      </Section>
      {overview.empty ? (
        <div className="mt-8">
          <FirstPayout may={viewer.permissions.includes('payouts:write')} />
        </div>
      ) : (
        <>
          <Section title="Today" lead={`Since midnight in ${zone}`}>
            <Today today={overview.today} />
          </Section>
          <Section title="Paid per day" lead={`The last thirty days in ${zone}`}>
            <PaidPerDay days={overview.days} paid={overview.paid} />
          </Section>
          <div className="mt-8 grid gap-8 lg:grid-cols-2 [&>section]:mt-0 [&>section]:min-w-0">
            <Section title="From made to paid" lead="The last thirty days">
              <Waits waits={overview.waits} />
            </Section>
            <Section title="Promised and unclaimed" lead="By age">
              <Liabilities open={overview.open} />
            </Section>
          </div>
        </>
      )}
    </>
  );
}

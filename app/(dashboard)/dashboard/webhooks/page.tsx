import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { CatchUp, SentFrom } from '@/components/desk/webhooks/about-sending';
import { EndpointTable } from '@/components/desk/webhooks/endpoints/endpoint-table';
import { ExhaustedBanner } from '@/components/desk/webhooks/exhausted-banner';
import { WebhookTabs } from '@/components/desk/webhooks/webhook-tabs';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader, Section } from '@/components/ui/page-header';
import { listEndpoints } from '@/lib/webhooks/endpoints/endpoints';
import { listOutgoingAddresses } from '@/lib/webhooks/trial/outgoing-addresses';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('webhooks:read');
  const [{ data: endpoints }, sources] = await Promise.all([listEndpoints(ctx), listOutgoingAddresses(ctx)]);
  const add = viewer.permissions.includes('webhooks:write') && (
    <Link href="/dashboard/webhooks/new" prefetch={false} className={buttonClass('smallPrimary')}>
      Add an endpoint
    </Link>
  );
  return (
    <>
      <LiveRefresh topics={['webhooks']} />
      <PageHeader
        title="Webhooks"
        lead="Your servers hear of every payout by a signed message, tried again until they have taken it."
        actions={endpoints.length > 0 && add}
      />
      <WebhookTabs at="Endpoints" />
      <ExhaustedBanner endpoints={endpoints} />
      {endpoints.length > 0 ? (
        <EndpointTable endpoints={endpoints} />
      ) : (
        <Empty title="Nobody hears of your payouts yet" action={add}>
          Add the address of your server, and it gets a signed message whenever something happens to a payout.
        </Empty>
      )}
      <Section title="Addresses that we send from">
        <SentFrom addresses={sources.data} />
      </Section>
      <Section title="Catching up">
        <CatchUp />
      </Section>
    </>
  );
}

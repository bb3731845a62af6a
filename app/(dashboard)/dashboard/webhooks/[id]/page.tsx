import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { DeliveryTable } from '@/components/desk/webhooks/delivery-table';
import { EndpointActions } from '@/components/desk/webhooks/endpoints/endpoint-actions';
import { EndpointFacts } from '@/components/desk/webhooks/endpoints/endpoint-facts';
import { ExhaustedBanner } from '@/components/desk/webhooks/exhausted-banner';
import { ResendRange } from '@/components/desk/webhooks/resend-range';
import { TestPanel } from '@/components/desk/webhooks/test-panel';
import { VerifyPanel } from '@/components/desk/webhooks/verify-panel';
import { shortUrl } from '@/components/desk/webhooks/words';
import { Callout } from '@/components/ui/callout';
import { PageHeader, Section } from '@/components/ui/page-header';
import { nameSubjects } from '@/lib/desk/story/name-subjects';
import { viewEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { listDeliveries } from '@/lib/webhooks/sending/deliveries';

export const metadata: Metadata = { title: 'Webhook endpoint' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, viewer } = await deskPage('webhooks:read');
  const endpoint = await orNotFound(viewEndpoint(ctx, (await params).id));
  const { data: latest } = await listDeliveries(ctx, { endpoint: endpoint.id, limit: 10 });
  const payouts = await nameSubjects(
    ctx,
    latest.map(({ event }) => event.payout),
  );
  const may = viewer.permissions.includes('webhooks:write');
  const deliveries = `/dashboard/webhooks/deliveries?endpoint=${endpoint.id}`;
  return (
    <>
      <LiveRefresh topics={['webhooks']} />
      <PageHeader
        title={endpoint.description || shortUrl(endpoint.url)}
        above={
          <Link href="/dashboard/webhooks" className="underline-offset-4 hover:underline">
            Webhooks
          </Link>
        }
        actions={<EndpointActions endpoint={endpoint} />}
      />
      <Trouble endpoint={endpoint} />
      <ExhaustedBanner endpoints={[endpoint]} />
      <Section title="About it">
        <EndpointFacts endpoint={endpoint} />
      </Section>
      {may && (
        <Section title="Send a test" lead="A payout that never was, marked as a test, signed like a real one.">
          <TestPanel endpoint={endpoint} />
        </Section>
      )}
      <Section
        title="Latest deliveries"
        actions={
          latest.length > 0 && (
            <Link
              href={deliveries}
              prefetch={false}
              className="text-[0.8125rem] text-link underline underline-offset-4"
            >
              All of them
            </Link>
          )
        }
      >
        {latest.length > 0 ? (
          <DeliveryTable deliveries={latest} names={null} payouts={payouts} />
        ) : (
          <p className="text-sm text-quiet">Nothing was sent to it yet. Send a test, or make a payout.</p>
        )}
      </Section>
      {may && (
        <Section title="Resend a range">
          <ResendRange endpointId={endpoint.id} />
        </Section>
      )}
      {may && viewer.merchant.test_mode && (
        <Section title="A message does not verify?" lead="In test mode we say what its signature should have been.">
          <VerifyPanel endpointId={endpoint.id} dialect={endpoint.dialect} />
        </Section>
      )}
    </>
  );
}

/** What keeps messages from this endpoint, and what to do about it. */
function Trouble({ endpoint: { status, pause_reason, health } }: { endpoint: EndpointAnswer }) {
  if (status === 'paused') {
    const words =
      pause_reason === 'gone'
        ? 'It answered 410 Gone, so we stopped sending. Nothing that waits is lost: correct the address or your server, then resume it.'
        : 'It is paused. What waits goes out when you resume it; what happens meanwhile is not queued for it.';
    return (
      <div className="mb-5">
        <Callout tone={pause_reason === 'gone' ? 'bad' : 'plain'}>{words}</Callout>
      </div>
    );
  }
  if (health.state === 'working') return null;
  return (
    <div className="mb-5">
      <Callout tone="warn">
        {health.next_probe_at
          ? 'It has failed several times in a row, so one message is tried at a time until it answers again. The others wait, and nothing is lost.'
          : `It took nothing since its last success: ${health.refused === 1 ? '1 message was' : `${health.refused.toLocaleString('en')} messages were`} sent and not taken. Each is tried again until it is given up.`}{' '}
        The latest deliveries below say what it answered.
      </Callout>
    </div>
  );
}

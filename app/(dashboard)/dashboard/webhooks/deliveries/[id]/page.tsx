import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AttemptLog } from '@/components/desk/webhooks/attempt-log';
import { DeliveryState } from '@/components/desk/webhooks/delivery-state';
import { ResendButton } from '@/components/desk/webhooks/resend-button';
import { shortUrl } from '@/components/desk/webhooks/words';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import { PageHeader, Section } from '@/components/ui/page-header';
import { dialectRules } from '@/lib/dialects/registry';
import { listEndpoints } from '@/lib/webhooks/endpoints/endpoints';
import type { DeliveryDetail } from '@/lib/webhooks/events/delivery-schema';
import { viewDelivery } from '@/lib/webhooks/sending/deliveries';

export const metadata: Metadata = { title: 'Webhook delivery' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await deskPage('webhooks:read');
  const [delivery, endpoints] = await Promise.all([
    (async () => orNotFound(viewDelivery(ctx, (await params).id)))(),
    listEndpoints(ctx),
  ]);
  const endpoint = endpoints.data.find(({ id }) => id === delivery.endpoint);
  const { event, attempts, log } = delivery;
  const { accepts } = dialectRules[endpoint?.dialect ?? 'standard'];
  return (
    <>
      <LiveRefresh topics={['webhooks']} />
      <PageHeader
        title={<span className="font-mono">{event.type}</span>}
        above={
          <Link href="/dashboard/webhooks/deliveries" className="underline-offset-4 hover:underline">
            Deliveries
          </Link>
        }
        actions={<ResendButton delivery={delivery} gone={!endpoint} kind="small" />}
      />
      <DeliveryFacts delivery={delivery}>
        <Fact name="To">
          {endpoint ? (
            <Link
              href={`/dashboard/webhooks/${endpoint.id}`}
              prefetch={false}
              className="text-link underline underline-offset-4"
            >
              {endpoint.description || shortUrl(endpoint.url)}
            </Link>
          ) : (
            'An endpoint that was deleted'
          )}
        </Fact>
      </DeliveryFacts>
      <Section
        title="Attempts"
        lead={
          attempts > log.length
            ? `The last ${log.length} of ${attempts.toLocaleString('en-GB')}, newest first.`
            : undefined
        }
      >
        {log.length > 0 ? (
          <AttemptLog log={log} accepts={accepts} />
        ) : (
          <p className="text-sm text-quiet">It was not sent yet.</p>
        )}
      </Section>
    </>
  );
}

function DeliveryFacts({ delivery, children }: { delivery: DeliveryDetail; children: ReactNode }) {
  const { event, next_attempt_at: next, delivered_at: delivered } = delivery;
  return (
    <div className="max-w-3xl">
      <Facts>
        <Fact name="State">
          <DeliveryState delivery={delivery} />
        </Fact>
        {children}
        <Fact name="Payout">
          {event.test ? (
            'None: this was a test'
          ) : (
            <Link
              href={`/dashboard/payouts/${event.payout}`}
              prefetch={false}
              className="font-mono text-link underline underline-offset-4"
            >
              {event.payout}
            </Link>
          )}
        </Fact>
        {event.sequence !== null && <Fact name="Event number">{event.sequence.toLocaleString('en-GB')}</Fact>}
        <Fact name="Message id, the same at every attempt">
          <span className="font-mono">{event.id}</span>
        </Fact>
        <Fact name="Attempts">{delivery.attempts.toLocaleString('en-GB')}</Fact>
        {next && (
          <Fact name="Next attempt">
            <Time iso={next} />
          </Fact>
        )}
        {delivered && (
          <Fact name="Delivered">
            <Time iso={delivered} />
          </Fact>
        )}
        <Fact name="Made">
          <Time iso={delivery.created_at} />
        </Fact>
      </Facts>
    </div>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { DeliveryFilters } from '@/components/desk/webhooks/delivery-filters';
import { DeliveryTable } from '@/components/desk/webhooks/delivery-table';
import { WebhookTabs } from '@/components/desk/webhooks/webhook-tabs';
import { shortUrl } from '@/components/desk/webhooks/words';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { nameSubjects } from '@/lib/desk/story/name-subjects';
import { Refusal } from '@/lib/kernel/errors';
import { listEndpoints } from '@/lib/webhooks/endpoints/endpoints';
import { listDeliveriesQuery } from '@/lib/webhooks/events/delivery-schema';
import { listDeliveries } from '@/lib/webhooks/sending/deliveries';

export const metadata: Metadata = { title: 'Webhook deliveries' };

const here = '/dashboard/webhooks/deliveries';

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await deskPage('webhooks:read');
  const { query, ignored } = await readQuery(listDeliveriesQuery, searchParams);
  const { limit: _limit, cursor, ...filters } = query;
  const [page, endpoints] = await Promise.all([
    listDeliveries(ctx, query).catch((error: unknown) => {
      // A cursor that is none of ours: the first page is what was meant.
      if (error instanceof Refusal && error.code === 'invalid_request') redirect(hrefOf(here, filters));
      throw error;
    }),
    listEndpoints(ctx),
  ]);
  const payouts = await nameSubjects(
    ctx,
    page.data.map(({ event }) => event.payout),
  );
  const names = Object.fromEntries(
    endpoints.data.map(({ id, description, url }) => [id, description || shortUrl(url)]),
  );
  const older = page.next_cursor && hrefOf(here, { ...filters, cursor: page.next_cursor });
  return (
    <>
      {!cursor && <LiveRefresh topics={['webhooks']} />}
      <PageHeader title="Deliveries" lead="One event on its way to one endpoint, with every attempt." />
      <WebhookTabs at="Deliveries" />
      <DeliveryFilters filters={filters} names={names} />
      {ignored.length > 0 && (
        <div className="mb-4">
          <Callout tone="warn">Not understood, and so left out: {ignored.join(', ')}.</Callout>
        </div>
      )}
      {page.data.length > 0 ? (
        <DeliveryTable deliveries={page.data} names={names} payouts={payouts} />
      ) : (
        <NoDeliveries filtered={Object.values(filters).some(Boolean) || cursor !== undefined} />
      )}
      <OlderPages first={cursor ? hrefOf(here, filters) : null} older={older} />
    </>
  );
}

function NoDeliveries({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <Empty title="Nothing was sent yet">
        As soon as something happens to a payout, its message to each of your endpoints shows up here.
      </Empty>
    );
  }
  return (
    <Empty
      title="No delivery matches"
      action={
        <Link href={here} prefetch={false} className={buttonClass('small')}>
          Show all
        </Link>
      }
    />
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OrderActions } from '@/components/desk/orders/order-actions';
import { OrderMoney, OrderPayouts, OrderSide } from '@/components/desk/orders/order-side';
import { OrderStanding } from '@/components/desk/orders/order-standing';
import { OrderStatus } from '@/components/desk/orders/order-status';
import { escrowLead } from '@/components/desk/orders/order-words';
import { Timeline } from '@/components/desk/payouts/timeline';
import { Amount } from '@/components/ui/figures/amount';
import { Fold } from '@/components/ui/fold';
import { PageHeader, Section } from '@/components/ui/page-header';
import { tellOrderStory } from '@/lib/desk/story/order-story';

type Props = { params: Promise<{ id: string }> };

const readStory = cache(async (id: string) => {
  const { ctx } = await deskPage('payouts:read');
  return orNotFound(tellOrderStory(ctx, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { order } = await readStory((await params).id);
  return { title: `Order ${order.reference}` };
}

export default async function Page({ params }: Props) {
  const story = await readStory((await params).id);
  const { order } = story;
  return (
    <>
      <LiveRefresh topics={['orders', 'webhooks']} subject={order.id} />
      <PageHeader
        above={
          <Link href="/dashboard/orders" prefetch={false} className="hover:text-text hover:underline">
            Orders
          </Link>
        }
        title={order.reference}
        lead={
          <>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="text-lg font-semibold text-text">
                <Amount value={order.amount} symbol={order.asset} />
              </span>
              <OrderStatus status={order.status} />
            </p>
            <p className="mt-1">{escrowLead}</p>
          </>
        }
        actions={<OrderActions story={story} />}
      />
      <OrderStanding order={order} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] [&>section]:mt-0">
        <div className="lg:order-last">
          <Section title="Money">
            <OrderMoney order={order} />
          </Section>
          <Section title="Payouts">
            <OrderPayouts order={order} />
          </Section>
          <Section title="Facts">
            <OrderSide order={order} />
          </Section>
        </div>
        <Section title="What happened" lead={story.cut ? 'Only the newest: there is too much of it.' : undefined}>
          <Timeline moments={story.moments} />
        </Section>
      </div>
      <div className="mt-8 border-t border-line pt-3">
        <Fold title="As the API answers it">
          <pre className="mt-2 overflow-x-auto rounded-lg border border-line bg-sunken p-4 font-mono text-xs">
            {JSON.stringify(order, null, 2)}
          </pre>
        </Fold>
      </div>
    </>
  );
}

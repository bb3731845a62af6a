import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { OrderFilters } from '@/components/desk/orders/order-filters';
import { OrderTable } from '@/components/desk/orders/order-table';
import { escrowLead } from '@/components/desk/orders/order-words';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { Refusal } from '@/lib/kernel/errors';
import { listOrdersQuery } from '@/lib/orders/schema';
import { listOrders } from '@/lib/orders/view';

export const metadata: Metadata = { title: 'Orders' };

const here = '/dashboard/orders';
const pageQuery = listOrdersQuery.pick({ status: true, reference: true, seller: true, buyer: true, cursor: true });

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await deskPage('payouts:read');
  const { query, ignored } = await readQuery(pageQuery, searchParams);
  const { cursor, ...filters } = query;
  const { data, next_cursor: next } = await listOrders(ctx, { ...query, limit: 50 }).catch((error: unknown) => {
    // A cursor that is none of ours: the first page is what was meant.
    if (error instanceof Refusal && error.code === 'invalid_request') redirect(hrefOf(here, filters));
    throw error;
  });
  const isNarrow = Object.keys(query).length > 0;
  return (
    <>
      <LiveRefresh topics={['orders']} />
      <PageHeader title="Orders" lead={escrowLead} />
      {(isNarrow || data.length > 0) && <OrderFilters filters={filters} />}
      {ignored.length > 0 && (
        <div className="mb-4">
          <Callout tone="warn">Not understood, and so left out: {ignored.join(', ')}.</Callout>
        </div>
      )}
      {data.length > 0 && <OrderTable orders={data} />}
      {data.length === 0 && isNarrow && (
        <Empty
          title="Nothing matches"
          action={
            <Link href={here} prefetch={false} className={buttonClass('small')}>
              Show everything
            </Link>
          }
        />
      )}
      {data.length === 0 && !isNarrow && (
        <Empty
          title="No orders yet"
          action={
            <Link href="/docs/orders/createOrder" prefetch={false} className={buttonClass('small')}>
              How your server makes one
            </Link>
          }
        >
          Your server makes an order when a buyer has paid. Its seller is paid when the goods have arrived.
        </Empty>
      )}
      <OlderPages
        first={cursor ? hrefOf(here, filters) : null}
        older={next && hrefOf(here, { ...filters, cursor: next })}
      />
    </>
  );
}

import Link from 'next/link';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { OrderAnswer } from '@/lib/wire/order';
import { OrderStatus } from './order-status';
import { spanWords } from './order-words';

/** A page of orders, newest first. */
export function OrderTable({ orders }: { orders: readonly OrderAnswer[] }) {
  return (
    <Table caption="Orders">
      <Head>
        <Th>Reference</Th>
        <Th className="hidden md:table-cell">Seller</Th>
        <Th end>Amount</Th>
        <Th end className="hidden lg:table-cell">
          Held
        </Th>
        <Th className="hidden md:table-cell">Status</Th>
        <Th className="hidden sm:table-cell">Released by itself</Th>
        <Th className="hidden xl:table-cell">Made</Th>
      </Head>
      <Body>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </Body>
    </Table>
  );
}

function OrderRow({ order }: { order: OrderAnswer }) {
  return (
    <Row>
      <Td className="max-w-64">
        <Link
          data-row
          href={`/dashboard/orders/${order.id}`}
          prefetch={false}
          className="block truncate font-medium hover:underline"
          title={order.reference}
        >
          <bdi>{order.reference}</bdi>
        </Link>
        <span className="block truncate text-quiet md:hidden">
          <bdi>{order.seller.id}</bdi>
        </span>
      </Td>
      <Td className="hidden max-w-48 truncate md:table-cell">
        <bdi>{order.seller.id}</bdi>
      </Td>
      <Td end>
        <Amount value={order.amount} symbol={order.asset} />
        <span className="mt-0.5 flex justify-end md:hidden">
          <OrderStatus status={order.status} />
        </span>
      </Td>
      <Td end className="hidden lg:table-cell">
        <Amount value={order.money.held} symbol={order.asset} />
      </Td>
      <Td className="hidden md:table-cell">
        <OrderStatus status={order.status} />
      </Td>
      <Td className="hidden whitespace-nowrap text-quiet sm:table-cell">
        <Due order={order} />
      </Td>
      <Td className="hidden whitespace-nowrap text-quiet xl:table-cell">
        <Time iso={order.created_at} as="brief" />
      </Td>
    </Row>
  );
}

function Due({ order: { auto_release_at: at, frozen, delivered_at: delivered } }: { order: OrderAnswer }) {
  if (at) return <Time iso={at} as="brief" />;
  if (delivered && frozen?.remaining_seconds) return `stands still, ${spanWords(frozen.remaining_seconds)} left`;
  return '–';
}

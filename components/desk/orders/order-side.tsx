import Link from 'next/link';
import { statusWords as payoutWords } from '@/components/desk/payouts/status-words';
import { wordsOf } from '@/components/rails/registry';
import { CopyButton } from '@/components/ui/copy-button';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { chainOf, explorerLink } from '@/lib/chains/registry';
import type { OrderAnswer } from '@/lib/wire/order';
import { sideWords, spanWords } from './order-words';

type OrderProps = { order: OrderAnswer };

const sums = [
  ['funded', 'The buyer paid in'],
  ['held', 'Held'],
  ['releasing', 'On its way'],
  ['released', 'The seller got'],
  ['refunded', 'The buyer got back'],
  ['fees', 'Fees'],
] as const;

/** Where the money of an order is: the first line is always the sum of the others. */
export function OrderMoney({ order: { money, asset } }: OrderProps) {
  return (
    <Facts dense>
      {sums.map(([name, words]) => (
        <Fact key={name} name={words}>
          <Amount value={money[name]} symbol={asset} />
        </Fact>
      ))}
    </Facts>
  );
}

/** The payouts that it has had, each with a page of its own. */
export function OrderPayouts({ order: { payouts, asset } }: OrderProps) {
  if (payouts.length === 0) return <p className="text-sm text-quiet">Nothing was sent so far.</p>;
  return (
    <ul className="divide-y divide-line text-[0.8125rem]">
      {payouts.map(({ id, side, status, amount }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5">
          <Link
            href={`/dashboard/payouts/${id}`}
            prefetch={false}
            className="text-link underline underline-offset-4"
            aria-label={`${sideWords[side]}: ${amount} ${asset}`}
          >
            {sideWords[side]}
          </Link>
          <span className="text-quiet">{payoutWords[status]}</span>
          <Amount value={amount} symbol={asset} />
        </li>
      ))}
    </ul>
  );
}

/** Who buys and who sells, and what the order is called. */
export function OrderSide({ order }: OrderProps) {
  const { buyer, seller, pay_in: payIn } = order;
  return (
    <Facts dense>
      <Fact name="Buyer">
        <bdi>{buyer.id}</bdi>
      </Fact>
      {buyer.contact && <Fact name="Buyer’s mailbox">{buyer.contact}</Fact>}
      <Fact name="Seller">
        <bdi>{seller.id}</bdi>
      </Fact>
      <Fact name="Paid to">{seller.address ? <Address value={seller.address} /> : (seller.email ?? 'nobody yet')}</Fact>
      {seller.contact && <Fact name="Seller’s mailbox">{seller.contact}</Fact>}
      {payIn?.reference && <Fact name="Pay-in">{payIn.reference}</Fact>}
      {payIn?.hash && (
        <Fact name="Pay-in on the chain">
          <Hash value={payIn.hash} href={explorerLink(order.chain, payIn.hash)} />
        </Fact>
      )}
      {payIn && <Fact name="State of the pay-in">{payIn.escrow_state}</Fact>}
      <Fact name="Network">{chainOf(order.chain).name}</Fact>
      <Fact name="Paid by">{wordsOf(order.rail).paidBy}</Fact>
      <Fact name="Time after delivery">{spanWords(order.grace_seconds)}</Fact>
      {order.category && <Fact name="Category">{order.category}</Fact>}
      <Fact name="Id">
        <span className="inline-flex items-start gap-1 text-xs">
          <span className="font-mono break-all">{order.id}</span>
          <CopyButton text={order.id} noun="id" />
        </span>
      </Fact>
      <Fact name="Made">
        <Time iso={order.created_at} />
      </Fact>
    </Facts>
  );
}

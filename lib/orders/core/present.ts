import type { Queryable } from '@/db/client';
import { checksumAddress, hex } from '@/lib/chains/address';
import { formatAmount } from '@/lib/kernel/money';
import { escrowStateOf, type OrderAnswer } from '@/lib/wire/order';
import { type Order, type Part, selectParts } from './store';

const iso = (time: Date | null) => time?.toISOString() ?? null;

function presentSeller(order: Order): OrderAnswer['seller'] {
  const { sellerId: id, sellerAddress, sellerEmail: email, pendingSellerAddress, pendingAddressUntil } = order;
  return {
    ...{ id, address: sellerAddress && checksumAddress(sellerAddress), email },
    ...{ contact: order.sellerContact, language: order.sellerLanguage },
    pending_address:
      pendingSellerAddress && pendingAddressUntil
        ? { address: checksumAddress(pendingSellerAddress), counts_from: pendingAddressUntil.toISOString() }
        : null,
  };
}

function presentPayIn(order: Order): OrderAnswer['pay_in'] {
  const { payInReference: reference, payInHash, payInFault: fault, status } = order;
  if (reference === null && payInHash === null) return null;
  return { reference, hash: payInHash && hex(payInHash), fault, escrow_state: escrowStateOf[status] };
}

function presentStops({ frozenSince, frozenFor, remainingMs, ...order }: Order) {
  const { heldSince, heldWords, disputedAt, disputedWords, disputeDeadlineAt, disputeAlarmedAt } = order;
  return {
    frozen: frozenSince && {
      ...{
        since: frozenSince.toISOString(),
        for: frozenFor,
        remaining_seconds: remainingMs === null ? null : Math.ceil(remainingMs / 1000),
      },
    },
    hold: heldSince && { since: heldSince.toISOString(), reason: heldWords ?? '' },
    dispute:
      disputedAt && disputeDeadlineAt
        ? {
            since: disputedAt.toISOString(),
            reason: disputedWords ?? '',
            deadline_at: disputeDeadlineAt.toISOString(),
            alarmed_at: iso(disputeAlarmedAt),
          }
        : null,
  };
}

/** The order in the words of the API. */
export function presentOrder(order: Order, parts: readonly Part[]): OrderAnswer {
  const money = (units: bigint) => formatAmount(units, order.decimals);
  const { buyerId, buyerContact, buyerLanguage } = order;
  return {
    ...{ id: order.id, status: order.status, version: order.version },
    ...{ reference: order.reference, category: order.category },
    ...{ rail: order.rail, chain: order.chain, asset: order.symbol, amount: money(order.amount) },
    money: {
      ...{ funded: money(order.funded), held: money(order.held) },
      ...{ releasing: money(order.releasing), refunding: money(order.refunding) },
      ...{ released: money(order.released), refunded: money(order.refunded), fees: money(order.fees) },
    },
    buyer: { id: buyerId, contact: buyerContact, language: buyerLanguage },
    seller: presentSeller(order),
    pay_in: presentPayIn(order),
    grace_seconds: order.graceSeconds,
    ...{ delivered_at: iso(order.deliveredAt), delivered_by: order.deliveredBy },
    ...{ auto_release_at: iso(order.autoReleaseAt), extended_until: iso(order.extendedUntil) },
    ...presentStops(order),
    payouts: parts.map(({ id, orderSide, status, gross }) => {
      if (orderSide === null) throw new Error(`The payout ${id} is on neither side of its order`);
      return { id, side: orderSide, status, amount: money(gross) };
    }),
    ...{ funded_at: iso(order.fundedAt), created_at: order.createdAt.toISOString() },
    updated_at: order.updatedAt.toISOString(),
  };
}

export async function readAndPresentOrder(db: Queryable, order: Order): Promise<OrderAnswer> {
  const parts = await selectParts(db, order.merchantId, [order.id]);
  return presentOrder(order, parts.get(order.id) ?? []);
}

/** The same of many orders of one merchant. */
export async function readAndPresentOrders(db: Queryable, orders: readonly Order[]): Promise<OrderAnswer[]> {
  const [first] = orders;
  if (!first) return [];
  const ids = orders.map(({ id }) => id);
  const parts = await selectParts(db, first.merchantId, ids);
  return orders.map((order) => presentOrder(order, parts.get(order.id) ?? []));
}

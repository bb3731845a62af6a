import type { OrderEventType } from '@/db/vocabulary/events';
import type { OrderStatus } from '@/db/vocabulary/orders';

/** What an order's status is made of; nothing else decides it. */
export type OrderFacts = {
  funded: bigint;
  held: bigint;
  releasing: bigint;
  refunding: bigint;
  released: bigint;
  deliveredAt: Date | null;
  heldSince: Date | null;
  disputedAt: Date | null;
  cancelledAt: Date | null;
};

/** A dispute or a hold is about what is held: once nothing is, what became of the money says how the order stands. */
export function statusOf(facts: OrderFacts): OrderStatus {
  const { funded, held, releasing, refunding, released } = facts;
  if (funded === 0n) return facts.cancelledAt ? 'cancelled' : 'awaiting_funds';
  if (held > 0n && facts.disputedAt) return 'disputed';
  if (held > 0n && facts.heldSince) return 'on_hold';
  if (releasing > 0n) return releasing > refunding ? 'releasing' : 'refunding';
  if (held === 0n) return released > 0n ? 'released' : 'refunded';
  if (released > 0n) return 'partially_released';
  return facts.deliveredAt ? 'delivered' : 'funded';
}

const restingPlaces = ['funded', 'delivered', 'partially_released'] as const;
const onTheWay = ['releasing', 'refunding'] as const;
const stopped = ['on_hold', 'disputed'] as const;
const over = ['released', 'refunded'] as const;

/**
 * Who may follow whom. What is over can come back, since a block that paid may be lost; what is held up can be on its way at
 * once, since a payout that was given up may still be paid by the chain.
 */
export const followers = {
  awaiting_funds: ['funded', 'cancelled'],
  funded: ['delivered', ...onTheWay, ...stopped],
  delivered: [...onTheWay, ...stopped],
  releasing: [...restingPlaces, 'refunding', ...over, ...stopped],
  partially_released: ['funded', 'delivered', ...onTheWay, ...stopped],
  released: [...restingPlaces, ...onTheWay, ...stopped],
  on_hold: [...restingPlaces, ...onTheWay, 'disputed'],
  disputed: [...restingPlaces, ...onTheWay, 'on_hold'],
  refunding: [...restingPlaces, 'releasing', ...over, ...stopped],
  refunded: [...restingPlaces, ...onTheWay, ...stopped],
  cancelled: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

export function mayFollow(from: OrderStatus, to: OrderStatus): boolean {
  const list: readonly OrderStatus[] = followers[from];
  return list.includes(to);
}

/** What is told when an order arrives at a status. */
export const eventOf = {
  awaiting_funds: 'order.created',
  funded: 'order.funded',
  delivered: 'order.delivered',
  releasing: 'order.releasing',
  partially_released: 'order.partially_released',
  released: 'order.released',
  on_hold: 'order.on_hold',
  disputed: 'order.disputed',
  refunding: 'order.refunding',
  refunded: 'order.refunded',
  cancelled: 'order.cancelled',
} as const satisfies Record<OrderStatus, OrderEventType>;

/** What a merchant, or the clock, can ask of an order, and in which statuses. Where nothing is held there is nothing to stop or pay. */
export const askedIn = {
  fund: ['awaiting_funds'],
  cancel: ['awaiting_funds'],
  deliver: ['funded', 'partially_released', ...onTheWay],
  hold: [...restingPlaces, ...onTheWay],
  resume: ['on_hold'],
  dispute: [...restingPlaces, ...onTheWay, 'on_hold'],
  resolve: ['disputed'],
  release: [...restingPlaces, ...onTheWay],
  refund: [...restingPlaces, ...onTheWay],
} as const satisfies Record<string, readonly OrderStatus[]>;
export type OrderVerb = keyof typeof askedIn;

export function mayAsk(verb: OrderVerb, status: OrderStatus): boolean {
  const list: readonly OrderStatus[] = askedIn[verb];
  return list.includes(status);
}

/** Closed lists of words about orders. */

/**
 * How an escrowed order stands, as `statusOf` of lib/orders/core makes it of its facts. `releasing` and `refunding`: its money
 * is in a payout that is open. `partially_released`: a part is paid, the rest is held.
 */
export const orderStatuses = [
  'awaiting_funds',
  'funded',
  'delivered',
  'releasing',
  'partially_released',
  'released',
  'on_hold',
  'disputed',
  'refunding',
  'refunded',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What a payout of an order is: to its seller, or back to its buyer. */
export const orderSides = ['release', 'refund'] as const;
export type OrderSide = (typeof orderSides)[number];

/** Why the time until an order is released by itself stands still. `not_sent`: a payout of it came to nothing. */
export const freezeReasons = ['on_hold', 'disputed', 'no_address', 'no_cover', 'address_change', 'not_sent'] as const;
export type FreezeReason = (typeof freezeReasons)[number];

/** What the chain says against the hash that should have funded an order. */
export const payInFaults = ['reverted', 'other_token', 'not_to_us', 'other_amount', 'too_old'] as const;
export type PayInFault = (typeof payInFaults)[number];

import type { Tone } from '@/components/ui/status';
import type { FreezeReason, OrderSide, OrderStatus, PayInFault } from '@/db/vocabulary/orders';

/** What is said of orders at the desk, in one place. */

/** What an order is, on every page of them. */
export const escrowLead =
  'Escrow is a reservation in your own vault or wallet, not custody by us: the money is yours until it is sent.';

export const statusWords: Readonly<Record<OrderStatus, string>> = {
  awaiting_funds: 'Waits for the buyer’s money',
  funded: 'Funded',
  delivered: 'Delivered',
  releasing: 'Being released',
  partially_released: 'Released in part',
  released: 'Released',
  on_hold: 'On hold',
  disputed: 'Disputed',
  refunding: 'Being refunded',
  refunded: 'Refunded',
  cancelled: 'Cancelled',
};

export const statusTones: Readonly<Record<OrderStatus, Tone>> = {
  awaiting_funds: 'quiet',
  funded: 'quiet',
  delivered: 'quiet',
  releasing: 'busy',
  partially_released: 'quiet',
  released: 'good',
  on_hold: 'warn',
  disputed: 'bad',
  refunding: 'busy',
  refunded: 'good',
  cancelled: 'quiet',
};

/** Why the time until an order is released by itself stands still, as the second half of a sentence. */
export const freezeWords: Readonly<Record<FreezeReason, string>> = {
  on_hold: 'the order is on hold',
  disputed: 'the order is disputed',
  no_address: 'nobody has named an address of the seller',
  no_cover: 'what it is paid from does not hold enough',
  address_change: 'another address of the seller was named, which counts only later',
  not_sent: 'the last payout of it came to nothing',
};

export const payInWords: Readonly<Record<PayInFault, string>> = {
  reverted: 'The transfer with the buyer’s hash failed on the chain: nothing came.',
  other_token: 'The transfer with the buyer’s hash moved another token.',
  not_to_us: 'The transfer with the buyer’s hash went to an address that is none of yours.',
  other_amount: 'The transfer with the buyer’s hash moved another amount.',
  too_old: 'The transfer with the buyer’s hash is older than the order.',
};

export const sideWords: Readonly<Record<OrderSide, string>> = {
  release: 'To the seller',
  refund: 'Back to the buyer',
};

const day = 86_400;

/** A span of time as people say it: 3 days, 5 hours, 20 minutes. */
export function spanWords(seconds: number): string {
  const [count, unit] =
    seconds >= day
      ? [Math.floor(seconds / day), 'day']
      : seconds >= 3600
        ? [Math.floor(seconds / 3600), 'hour']
        : [Math.floor(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

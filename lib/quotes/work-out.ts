import type { FeePayer } from '@/db/vocabulary/payouts';
import type { QuoteSide } from '@/db/vocabulary/rates';
import { downFrom, one, over, type Ratio, ratio, times, upFrom, worth } from '@/lib/rates/ratio';

/** What is asked for: `amount` in base units of the given side, and the decimals of both. */
export type Asked = {
  given: QuoteSide;
  amount: bigint;
  displayDecimals: number;
  decimals: number;
  /** How many of the asset one of the displayed currency is worth, and what the merchant keeps of that in hundredths of a percent. */
  rate: Ratio;
  spread: number;
};

/** How many of the asset one of the displayed currency counts, once the spread is taken. */
export function appliedRate({ rate, spread }: Pick<Asked, 'rate' | 'spread'>): Ratio {
  return times(rate, ratio(BigInt(10_000 - spread), 10_000n));
}

/**
 * The amount of the other side, in whole base units and never in favour of who is paid: what they get of the asset is rounded down,
 * what the merchant owes for it in the displayed currency is rounded up.
 */
export function workOut(asked: Asked): { display: bigint; amount: bigint } {
  const { given, amount, displayDecimals, decimals } = asked;
  const rate = appliedRate(asked);
  if (given === 'display') return { display: amount, amount: downFrom(worth(amount, displayDecimals, rate, decimals)) };
  return { amount, display: upFrom(worth(amount, decimals, over(one, rate), displayDecimals)) };
}

export type Money = { gross: bigint; fee: bigint; net: bigint };

/** As of each payout: the fee is taken from the amount, or comes on top. What leaves the merchant is what is paid and the fee. */
export function moneyOf(amount: bigint, fee: bigint, feePayer: FeePayer): Money {
  return feePayer === 'recipient'
    ? { gross: amount, fee, net: amount - fee }
    : { gross: amount + fee, fee, net: amount };
}

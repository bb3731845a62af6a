import { leastOf } from '@/lib/kernel/money';
import { downFrom, ratio, upFrom } from '@/lib/rates/ratio';
import type { RewardSource } from './source-store';

/** What a coin is worth: so many coins are so many base units of an asset with these decimals. */
export type Rate = Pick<RewardSource, 'rateCoins' | 'rateAmount' | 'places'> & { decimals: number };

/** Base units, and the fewest coins that are worth as much: what rounding leaves stays with the user. */
export type Worth = { amount: bigint; coins: bigint };

/** What these coins are worth, rounded down to the places of the source. Nothing for less than a coin. */
export function worthOf(coins: bigint, { rateCoins, rateAmount, places, decimals }: Rate): Worth {
  if (coins <= 0n) return { amount: 0n, coins: 0n };
  const step = 10n ** BigInt(Math.max(0, decimals - places));
  const exact = downFrom(ratio(coins * rateAmount, rateCoins));
  const amount = exact - (exact % step);
  return { amount, coins: leastOf(coins, upFrom(ratio(amount * rateCoins, rateAmount))) };
}

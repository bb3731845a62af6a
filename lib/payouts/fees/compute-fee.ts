import { greatestOf, leastOf } from '@/lib/kernel/money';
import { downFrom, over, type Ratio, ratio, times, upFrom, worth } from '@/lib/rates/ratio';

/** What a merchant wants of a computed fee, in base units of the asset; the margin in percent. */
export type FeeWishes = { least: bigint; margin: number; ceiling: bigint };
/** What sending one claim takes: gas, and the price of a unit in base units of the chain's currency. */
export type SendingCost = { gas: bigint; gasPrice: bigint };
/** What the chain's currency is worth in the asset, and the decimals of both. */
export type Worth = { rate: Ratio; native: number; asset: number };

/** `maxGasPrice`: above this price of gas, sending costs more than the ceiling. */
export type ComputedFee = { fee: bigint; maxGasPrice: bigint };

/** What sending costs with the margin, rounded up; never below the least and never above the ceiling. */
export function computeFee(wishes: FeeWishes, { gas, gasPrice }: SendingCost, by: Worth): ComputedFee {
  const { least, margin, ceiling } = wishes;
  const cost = worth(gas * gasPrice, by.native, by.rate, by.asset);
  const wanted = upFrom(times(cost, ratio(BigInt(100 + margin), 100n)));
  const fee = leastOf(greatestOf(wanted, least), ceiling);
  const perGasPrice = worth(gas, by.native, by.rate, by.asset);
  return { fee, maxGasPrice: downFrom(over(ratio(ceiling, 1n), perGasPrice)) };
}

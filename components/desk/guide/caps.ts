import { formatAmount, parseAmount } from '@/lib/kernel/money';

/** Days for which an allowance lasts before it is raised, and how much busier than usual a day may be. */
const days = { allowance: 7n, busy: 2n } as const;

/** Whether a text is a whole number of coins above 0. */
export const isDailySum = (text: string) => /^[1-9]\d{0,11}$/.test(text);

/**
 * What the contract may take in all, and the signer within a day, for who expects to pay so much a day. The signer's day is
 * never below one payout of the largest size: it could not be claimed.
 */
export function proposeCaps(daily: string, { maximum, decimals }: { maximum: string; decimals: number }) {
  const day = parseAmount(daily, decimals, 'daily');
  const largest = parseAmount(maximum, decimals, 'maximum');
  const atLeast = (units: bigint) => (units > largest ? units : largest);
  const money = (units: bigint) => formatAmount(units, decimals);
  return { allowance: money(atLeast(day * days.allowance)), capacity: money(atLeast(day * days.busy)) };
}

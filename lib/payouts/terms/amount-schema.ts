import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';

/** The rule of what a payout may come to, the same for the form and for the API; client-safe. */

export type AmountTerms = { symbol: string; decimals: number; minimum: bigint; maximum: bigint; fee: bigint };

/** Reads what is to be paid. Refuses: amount_malformed, amount_too_precise, amount_too_small, amount_too_large. */
export function readPayoutAmount(
  text: string,
  { symbol, decimals, minimum, maximum, fee }: AmountTerms,
  field = 'amount',
): bigint {
  const amount = parseAmount(text, decimals, field);
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  if (amount < minimum) {
    throw new Refusal('amount_too_small', { field, detail: `The smallest payout is ${money(minimum)}.` });
  }
  if (amount > maximum) {
    throw new Refusal('amount_too_large', { field, detail: `The largest payout is ${money(maximum)}.` });
  }
  if (amount <= fee) {
    throw new Refusal('amount_too_small', { field, detail: `The amount must be above the fee of ${money(fee)}.` });
  }
  return amount;
}

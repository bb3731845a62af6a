import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { firstIdAt } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import type { Limits } from '@/lib/merchants/registration-store';
import { countMadeSince, type NewPayout } from '@/lib/payouts/store';

const dayMs = 86_400_000;

type Limited = Pick<NewPayout, 'symbol' | 'decimals' | 'gross'>;

const ends = 'Operators of this portal lift this once they know you.';

/** What such a merchant may pay at once of an asset; null for all others. */
export function maxAtOnce(limits: Limits | null, { decimals }: { decimals: number }): bigint | null {
  return limits && BigInt(limits.coinsPerPayout) * 10n ** BigInt(decimals);
}

/** Holds one amount against what such a merchant may pay at once, also before there is a payout of it. Refuses: merchant_limit. */
export function refuseAbove(limits: Limits | null, { symbol, decimals, gross }: Limited): void {
  const most = maxAtOnce(limits, { decimals });
  if (most === null || gross <= most) return;
  const detail = `As a new merchant you pay at most ${formatAmount(most, decimals)} ${symbol} at once. ${ends}`;
  throw new Refusal('merchant_limit', { field: 'amount', detail });
}

/**
 * Holds payouts that were just written against what their merchant may pay if it registered itself, which the transaction has
 * locked, so that its payouts are counted one after the other. Days are in UTC.
 * Refuses: merchant_limit, which says after which time where the day is used up.
 */
export async function refuseOverLimits(
  tx: Tx,
  limits: Limits | null,
  made: readonly Limited[],
  now: Date,
): Promise<void> {
  if (!limits) return;
  const { merchantId } = limits;
  for (const one of made) refuseAbove(limits, one);
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
  const retryAfterSeconds = Math.ceil((midnight + dayMs - now.getTime()) / 1000);
  if ((await countMadeSince(tx, merchantId, firstIdAt('payout', midnight))) <= limits.payoutsPerDay) return;
  const detail = `As a new merchant you make at most ${limits.payoutsPerDay} payouts a day. ${ends}`;
  throw new Refusal('merchant_limit', { detail, retryAfterSeconds });
}

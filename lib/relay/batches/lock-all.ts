import type { Tx } from '@/db/client';
import { type LockedPayout, lockPayouts } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';

/** Locks the payouts of several claims, all in one order, so that two who do so never wait for each other. */
export async function lockAll<Claim extends { payout: Key }>(
  tx: Tx,
  claims: readonly Claim[],
): Promise<{ one: Claim; payout: LockedPayout }[]> {
  const locked: { one: Claim; payout: LockedPayout }[] = [];
  const byMerchant = Map.groupBy(claims, ({ payout }) => payout.merchantId);
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const own = byMerchant.get(merchantId) ?? [];
    const ids = own.map(({ payout }) => payout.id);
    for (const payout of await lockPayouts(tx, merchantId, ids)) {
      const one = own.find((claim) => claim.payout.id === payout.id);
      if (one) locked.push({ one, payout });
    }
  }
  return locked;
}

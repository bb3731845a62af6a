import { and, eq } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { burntClaimIds } from '@/db/schema';
import type { Payout } from '@/lib/payouts/store';

/** Whether the vault's owner burnt this payout's claim id in the contract, as the watcher has read it. */
export async function isBurnt(db: Queryable, { merchantId, vaultId, claimId }: Payout): Promise<boolean> {
  if (!vaultId || claimId === null) return false;
  const rows = await db
    .select({ mask: burntClaimIds.mask })
    .from(burntClaimIds)
    .where(
      and(
        eq(burntClaimIds.merchantId, merchantId),
        eq(burntClaimIds.vaultId, vaultId),
        eq(burntClaimIds.word, claimId >> 8n),
      ),
    );
  return rows.some(({ mask }) => ((mask >> (claimId & 255n)) & 1n) === 1n);
}

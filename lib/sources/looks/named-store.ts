import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { payouts, vaults } from '@/db/schema';
import { tidyLine } from '@/lib/kernel/text';
import type { Payout, Vault } from '@/lib/payouts/store';

/** Finds the merchant's own payout that a message names: by our id, or else by the merchant's reference. */
export async function findNamed(
  db: Queryable,
  merchantId: string,
  { payoutId, reference }: { payoutId: string | null; reference: string | null },
): Promise<{ payout: Payout; vault: Vault | null } | null> {
  const byId = payoutId === null ? undefined : eq(payouts.id, payoutId);
  const byReference = reference === null ? undefined : inArray(payouts.reference, [reference, tidyLine(reference)]);
  if (!byId && !byReference) return null;
  const [row] = await db
    .select({ payout: payouts, vault: vaults })
    .from(payouts)
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(payouts.merchantId, merchantId), or(byId, byReference)))
    .orderBy(...(byId ? [desc(byId)] : []))
    .limit(1);
  return row ?? null;
}

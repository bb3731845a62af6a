import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { burntClaimIds, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { CancelLog } from '@/lib/rails/rail';

/** Remembers that a vault burnt these claim ids: no payout can be paid under them. Once per log is enough. */
export async function insertBurnt(tx: Tx, chain: ChainKey, log: CancelLog, now: Date): Promise<void> {
  const owners = await tx
    .select({ merchantId: vaults.merchantId, vaultId: vaults.id })
    .from(vaults)
    .where(and(eq(vaults.chain, chain), eq(vaults.address, log.vault)));
  const rows = owners.map((owner) => ({ ...owner, word: log.word, mask: log.mask, createdAt: now }));
  if (rows.length > 0) await tx.insert(burntClaimIds).values(rows).onConflictDoNothing();
}

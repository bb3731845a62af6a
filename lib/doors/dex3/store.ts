import { and, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { dex3Payouts, payouts, vaults } from '@/db/schema';

/** False where this signature has made a payout already. */
export async function insertDex3Payout(tx: Tx, row: typeof dex3Payouts.$inferInsert): Promise<boolean> {
  const target = [dex3Payouts.keyId, dex3Payouts.signatureHash];
  const rows = await tx.insert(dex3Payouts).values(row).onConflictDoNothing({ target }).returning();
  return rows.length === 1;
}

/** What a merchant asked for at this door, and the vault that it is claimed from; null for every other payout. */
export async function findDex3Payout(db: Queryable, merchantId: string, payoutId: string) {
  const [row] = await db
    .select({ said: dex3Payouts.said, webhook: dex3Payouts.webhook, vault: vaults.address })
    .from(dex3Payouts)
    .innerJoin(payouts, eq(payouts.id, dex3Payouts.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(dex3Payouts.merchantId, merchantId), eq(dex3Payouts.payoutId, payoutId)));
  return row ?? null;
}

import { and, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { attestations } from '@/db/schema';

/** All SQL about attestations. */

export type Attestation = typeof attestations.$inferSelect;

export async function insertAttestation(tx: Tx, row: typeof attestations.$inferInsert): Promise<void> {
  await tx.insert(attestations).values(row);
}

type PayoutKey = { merchantId: string; id: string };

export async function findOfPayout(q: Queryable, { merchantId, id }: PayoutKey): Promise<Attestation | null> {
  const [row] = await q
    .select()
    .from(attestations)
    .where(and(eq(attestations.merchantId, merchantId), eq(attestations.payoutId, id)));
  return row ?? null;
}

import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { attestations, merchants, walletVerifications } from '@/db/schema';

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

export type Verification = typeof walletVerifications.$inferSelect;

export async function insertVerification(tx: Tx, row: typeof walletVerifications.$inferInsert): Promise<void> {
  await tx.insert(walletVerifications).values(row);
}

const withAttestation = { verification: walletVerifications, attestation: attestations };
export type AttestedVerification = { verification: Verification; attestation: Attestation | null };

const ofVerification = eq(attestations.verificationId, walletVerifications.id);

export async function findVerification(
  q: Queryable,
  merchantId: string,
  id: string,
): Promise<AttestedVerification | null> {
  const [row] = await q
    .select(withAttestation)
    .from(walletVerifications)
    .leftJoin(attestations, ofVerification)
    .where(and(eq(walletVerifications.merchantId, merchantId), eq(walletVerifications.id, id)));
  return row ?? null;
}

/** What a link leads to, with whom it is for; its holder belongs to no tenant. */
export async function findByLink(q: Queryable, tokenHash: string) {
  const [row] = await q
    .select({ ...withAttestation, merchant: merchants })
    .from(walletVerifications)
    .innerJoin(merchants, eq(merchants.id, walletVerifications.merchantId))
    .leftJoin(attestations, ofVerification)
    .where(eq(walletVerifications.tokenHash, tokenHash));
  return row ?? null;
}

/** Null where it was verified already. */
export async function markVerified(tx: Tx, { merchantId, id }: Verification, now: Date): Promise<Verification | null> {
  const [row] = await tx
    .update(walletVerifications)
    .set({ verifiedAt: now })
    .where(
      and(
        ...[eq(walletVerifications.merchantId, merchantId), eq(walletVerifications.id, id)],
        ...[isNull(walletVerifications.verifiedAt), gt(walletVerifications.expiresAt, now)],
      ),
    )
    .returning();
  return row ?? null;
}

export type VerificationFilter = { merchantId: string; reference?: string; olderThan?: string; limit: number };

/** Newest first; the id is the key of the page, since ids sort by age. */
export async function selectVerifications(q: Queryable, filter: VerificationFilter): Promise<AttestedVerification[]> {
  const { merchantId, reference, olderThan, limit } = filter;
  return q
    .select(withAttestation)
    .from(walletVerifications)
    .leftJoin(attestations, ofVerification)
    .where(
      and(
        eq(walletVerifications.merchantId, merchantId),
        reference === undefined ? undefined : eq(walletVerifications.reference, reference),
        olderThan === undefined ? undefined : lt(walletVerifications.id, olderThan),
      ),
    )
    .orderBy(desc(walletVerifications.id))
    .limit(limit);
}

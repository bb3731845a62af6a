import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { gatewaySubmissions } from '@/db/schema';
import type { SubmissionStatus } from '@/db/vocabulary/gateways';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';

export type Submission = typeof gatewaySubmissions.$inferSelect;

const ofPayout = ({ merchantId, id }: Key) =>
  and(eq(gatewaySubmissions.merchantId, merchantId), eq(gatewaySubmissions.payoutId, id));

/** Null where another one is live, in flight or alike: the indexes let one in. */
export async function insertSubmission(
  tx: Tx,
  payout: LockedPayout,
  row: Omit<typeof gatewaySubmissions.$inferInsert, 'merchantId' | 'payoutId' | 'chain'>,
): Promise<Submission | null> {
  const { merchantId, id: payoutId, chain } = payout;
  const values = { ...row, merchantId, payoutId, chain };
  const [made] = await tx.insert(gatewaySubmissions).values(values).onConflictDoNothing().returning();
  return made ?? null;
}

/** How many times a payout was handed to a gateway. */
export async function countSubmissions(tx: Tx, payout: LockedPayout): Promise<number> {
  return tx.$count(gatewaySubmissions, ofPayout(payout));
}

/** Changes one that is in one of the statuses `from`; null, and nothing written, where it is in none of them. */
export async function updateSubmission(
  tx: Queryable,
  { merchantId, id }: Pick<Submission, 'merchantId' | 'id'>,
  from: readonly SubmissionStatus[],
  set: Partial<typeof gatewaySubmissions.$inferInsert>,
  now: Date,
): Promise<Submission | null> {
  const [row] = await tx
    .update(gatewaySubmissions)
    .set({ ...set, updatedAt: now })
    .where(
      and(
        eq(gatewaySubmissions.merchantId, merchantId),
        eq(gatewaySubmissions.id, id),
        inArray(gatewaySubmissions.status, [...from]),
      ),
    )
    .returning();
  return row ?? null;
}

export async function findSubmission(db: Queryable, merchantId: string, id: string): Promise<Submission | null> {
  const [row] = await db
    .select()
    .from(gatewaySubmissions)
    .where(and(eq(gatewaySubmissions.merchantId, merchantId), eq(gatewaySubmissions.id, id)));
  return row ?? null;
}

export async function findByExternalId(db: Queryable, merchantId: string, externalId: string) {
  const [row] = await db
    .select()
    .from(gatewaySubmissions)
    .where(and(eq(gatewaySubmissions.merchantId, merchantId), eq(gatewaySubmissions.externalId, externalId)));
  return row ?? null;
}

/** Newest first. */
export async function selectSubmissionsOf(db: Queryable, payout: Key): Promise<Submission[]> {
  return db.select().from(gatewaySubmissions).where(ofPayout(payout)).orderBy(desc(gatewaySubmissions.id));
}

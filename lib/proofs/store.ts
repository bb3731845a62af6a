import { and, count, desc, eq, gt, isNull, lt, max, min, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { claimCodes, claimProofs } from '@/db/schema';
import type { LockedPayout } from '@/lib/payouts/locked-store';

/** All SQL about codes and proofs of recipients. */

export type Code = typeof claimCodes.$inferSelect;

export type CodesOf = Partial<Pick<Code, 'network' | 'fromMail' | 'browser'>>;

/** How many codes were sent for a payout since a moment, the oldest and the newest of them. */
export async function countCodes(tx: Tx, payout: LockedPayout, since: Date, of: CodesOf = {}) {
  const conditions = [
    ...[eq(claimCodes.payoutId, payout.id), gt(claimCodes.createdAt, since)],
    ...(of.network ? [eq(claimCodes.network, of.network)] : []),
    ...(of.fromMail === undefined ? [] : [eq(claimCodes.fromMail, of.fromMail)]),
    ...(of.browser === undefined ? [] : [eq(claimCodes.browser, of.browser)]),
  ];
  const [row] = await tx
    .select({ sent: count(), oldest: min(claimCodes.createdAt), newest: max(claimCodes.createdAt) })
    .from(claimCodes)
    .where(and(...conditions));
  return { sent: row?.sent ?? 0, oldest: row?.oldest ?? null, newest: row?.newest ?? null };
}

/** Writes a code and ends those before it of the same browser; what others ask for ends nobody's. */
export async function insertCode(
  tx: Tx,
  payout: LockedPayout,
  code: Omit<typeof claimCodes.$inferInsert, 'payoutId' | 'merchantId'>,
): Promise<void> {
  await tx
    .update(claimCodes)
    .set({ endedAt: code.createdAt })
    .where(and(eq(claimCodes.payoutId, payout.id), eq(claimCodes.browser, code.browser), isNull(claimCodes.endedAt)));
  await tx.insert(claimCodes).values({ ...code, payoutId: payout.id, merchantId: payout.merchantId });
}

type Try = { browser: string; email: string; hash: string; maxTries: number; now: Date };

/**
 * One try at the open code of this browser: counts it and, where it is right, uses the code up, in one statement. Null
 * where there is nothing to try.
 */
export async function takeTry(tx: Tx, payout: LockedPayout, { browser, email, hash, maxTries, now }: Try) {
  const open = tx
    .select({ id: claimCodes.id })
    .from(claimCodes)
    .where(
      and(
        ...[eq(claimCodes.payoutId, payout.id), eq(claimCodes.browser, browser), eq(claimCodes.email, email)],
        ...[isNull(claimCodes.endedAt), gt(claimCodes.expiresAt, now)],
      ),
    )
    .orderBy(desc(claimCodes.id))
    .limit(1);
  const used = sql`case when ${claimCodes.hash} = ${hash} then ${now.toISOString()}::timestamptz end`;
  const [row] = await tx
    .update(claimCodes)
    .set({ tries: sql`${claimCodes.tries} + 1`, endedAt: used })
    .where(and(sql`${claimCodes.id} = (${open})`, lt(claimCodes.tries, maxTries), isNull(claimCodes.endedAt)))
    .returning({ tries: claimCodes.tries, usedAt: claimCodes.endedAt });
  return row ?? null;
}

export async function insertProof(
  tx: Tx,
  payout: LockedPayout,
  proof: Omit<typeof claimProofs.$inferInsert, 'payoutId' | 'merchantId'>,
): Promise<void> {
  await tx.insert(claimProofs).values({ ...proof, payoutId: payout.id, merchantId: payout.merchantId });
}

type Brought = { browser: string; email: string; now: Date };

/** Whether this browser has proved this mailbox for this payout, a while ago at most. */
export async function hasProof(db: Queryable, payoutId: string, { browser, email, now }: Brought): Promise<boolean> {
  const rows = await db
    .select({ payoutId: claimProofs.payoutId })
    .from(claimProofs)
    .where(
      and(
        ...[eq(claimProofs.payoutId, payoutId), eq(claimProofs.kind, 'email'), eq(claimProofs.email, email)],
        ...[eq(claimProofs.browser, browser), gt(claimProofs.expiresAt, now)],
      ),
    )
    .limit(1);
  return rows.length === 1;
}

/** Whether this is a proof that this browser was given. */
export async function isProofOf(tx: Tx, payout: LockedPayout, tokenHash: string, browser: string): Promise<boolean> {
  const rows = await tx
    .select({ payoutId: claimProofs.payoutId })
    .from(claimProofs)
    .where(
      and(
        ...[eq(claimProofs.tokenHash, tokenHash), eq(claimProofs.payoutId, payout.id)],
        eq(claimProofs.browser, browser),
      ),
    );
  return rows.length === 1;
}

/** Forgets codes and proofs that ended before a moment. */
export async function deleteOldProofs(db: Database, before: Date): Promise<void> {
  await db.delete(claimCodes).where(lt(claimCodes.expiresAt, before));
  await db.delete(claimProofs).where(lt(claimProofs.expiresAt, before));
}

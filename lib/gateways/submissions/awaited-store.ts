import { and, asc, desc, eq, inArray, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '@/db/client';
import { gateways, hotWallets, gatewaySubmissions as submissions, transfers } from '@/db/schema';
import { turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveSubmissionStatuses } from '@/db/vocabulary/gateways';
import type { Gateway } from '@/lib/gateways/store';
import type { Key } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';
import { portalRails } from '@/lib/rails/traits';
import type { Submission } from './store';

/** Every hot wallet on a chain: also one of a disabled gateway may still pay what it was handed. */
export async function selectWalletsOn(db: Queryable, chain: ChainKey): Promise<string[]> {
  const rows = await db.select({ address: hotWallets.address }).from(hotWallets).where(eq(hotWallets.chain, chain));
  return rows.map(({ address }) => address);
}

/** Submissions that a log of these wallets may pay: the live ones first, then what ended without being seen. */
export async function selectAwaiting(
  db: Queryable,
  chain: ChainKey,
  wallets: readonly string[],
): Promise<Submission[]> {
  const rows = await db
    .select({ submission: submissions })
    .from(submissions)
    .innerJoin(transfers, eq(transfers.id, submissions.transferId))
    .where(
      and(
        ...[eq(submissions.chain, chain), inArray(submissions.wallet, [...wallets])],
        inArray(transfers.status, ['prepared', 'submitted', 'unknown', 'dropped']),
      ),
    )
    .orderBy(sql`${submissions.status} not in ${[...liveSubmissionStatuses]}`, asc(submissions.id));
  return rows.map(({ submission }) => submission);
}

/** A live submission, what it pays through, and how its transfer stands. */
export type Open = { submission: Submission; gateway: Gateway; transfer: Transfer };

const maxAtOnce = 100;

/** Those that are due for a look; all live ones where no time is named. */
export async function selectOpen(db: Queryable, chain: ChainKey, dueAt: Date | null): Promise<Open[]> {
  return db
    .select({ submission: submissions, gateway: gateways, transfer: transfers })
    .from(submissions)
    .innerJoin(gateways, eq(gateways.id, submissions.gatewayId))
    .innerJoin(transfers, eq(transfers.id, submissions.transferId))
    .where(
      and(
        ...[eq(submissions.chain, chain), inArray(submissions.status, [...liveSubmissionStatuses])],
        dueAt ? lte(submissions.nextLookAt, dueAt) : undefined,
      ),
    )
    .orderBy(turnOf(submissions.gatewayId, submissions.nextLookAt), asc(submissions.nextLookAt))
    .limit(dueAt ? maxAtOnce : 10_000);
}

/**
 * Makes unknown again what was paid until a reorganisation took it out of a final block. What would look like another open
 * submission stays until that one has ended.
 */
export async function reopenLost(
  db: Queryable,
  chain: ChainKey,
  now: Date,
  set: Partial<typeof submissions.$inferInsert>,
): Promise<void> {
  const lost = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.chain, chain), eq(transfers.status, 'submitted'), inArray(transfers.rail, portalRails())));
  const other = alias(submissions, 'other');
  const alike = db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        ...[eq(other.chain, submissions.chain), eq(other.wallet, submissions.wallet)],
        ...[eq(other.token, submissions.token), eq(other.recipient, submissions.recipient)],
        ...[eq(other.amount, submissions.amount), inArray(other.status, [...liveSubmissionStatuses])],
      ),
    );
  await db
    .update(submissions)
    .set({ ...set, updatedAt: now })
    .where(and(inArray(submissions.transferId, lost), eq(submissions.status, 'paid'), notExists(alike)));
}

export async function findOpen(db: Queryable, merchantId: string, id: string): Promise<Open | null> {
  const [row] = await db
    .select({ submission: submissions, gateway: gateways, transfer: transfers })
    .from(submissions)
    .innerJoin(gateways, eq(gateways.id, submissions.gatewayId))
    .innerJoin(transfers, eq(transfers.id, submissions.transferId))
    .where(and(eq(submissions.merchantId, merchantId), eq(submissions.id, id)));
  return row ?? null;
}

/** Has a submission looked at with the worker's next round. False where the merchant has no such live one. */
export async function hurry(db: Queryable, merchantId: string, externalId: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(submissions)
    .set({ nextLookAt: now })
    .where(
      and(
        ...[eq(submissions.merchantId, merchantId), eq(submissions.externalId, externalId)],
        inArray(submissions.status, [...liveSubmissionStatuses]),
      ),
    )
    .returning({ id: submissions.id });
  return rows.length === 1;
}

/** Newest first. */
export async function selectAllOf(db: Queryable, { merchantId, id }: Key) {
  return db
    .select({ submission: submissions, transfer: transfers })
    .from(submissions)
    .innerJoin(transfers, eq(transfers.id, submissions.transferId))
    .where(and(eq(submissions.merchantId, merchantId), eq(submissions.payoutId, id)))
    .orderBy(desc(submissions.id));
}

import { and, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { approvalRules, claimLinks, merchantAssets, merchants, payouts, vaults } from '@/db/schema';
import type { ChainKey, PayoutStatus } from '@/db/vocabulary';

export type Payout = typeof payouts.$inferSelect;
export type NewPayout = typeof payouts.$inferInsert;
export type Vault = typeof vaults.$inferSelect;
export type Merchant = typeof merchants.$inferSelect;

/** Rows are reached by tenant and id together, never by id alone. */
export type Key = { merchantId: string; id: string };

export async function findTerms(db: Queryable, merchantId: string, chain: ChainKey, symbol: string) {
  const [row] = await db
    .select({ terms: merchantAssets, vault: vaults, rule: approvalRules })
    .from(merchantAssets)
    .leftJoin(vaults, and(eq(vaults.merchantId, merchantAssets.merchantId), eq(vaults.chain, merchantAssets.chain)))
    .leftJoin(
      approvalRules,
      and(
        eq(approvalRules.merchantId, merchantAssets.merchantId),
        eq(approvalRules.chain, merchantAssets.chain),
        eq(approvalRules.symbol, merchantAssets.symbol),
      ),
    )
    .where(
      and(
        eq(merchantAssets.merchantId, merchantId),
        eq(merchantAssets.chain, chain),
        eq(merchantAssets.symbol, symbol),
      ),
    );
  return row ?? null;
}

/** The terms of every asset that a merchant pays out, each with the vault of its chain, if there is one. */
export async function selectAllTerms(db: Queryable, merchantId: string) {
  return db
    .select({ terms: merchantAssets, vaultId: vaults.id })
    .from(merchantAssets)
    .leftJoin(vaults, and(eq(vaults.merchantId, merchantAssets.merchantId), eq(vaults.chain, merchantAssets.chain)))
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(merchantAssets.chain, merchantAssets.symbol);
}

/** Inserts, with its vault's next claim id if it has one; null when the merchant has a payout of this reference. */
export async function insertPayout(tx: Tx, row: Omit<NewPayout, 'claimId'>): Promise<Payout | null> {
  const [inserted] = await tx
    .insert(payouts)
    .values({ ...row, claimId: row.vaultId ? sql`next_claim_id(${row.vaultId})` : null })
    .onConflictDoNothing({ target: [payouts.merchantId, payouts.reference] })
    .returning();
  return inserted ?? null;
}

export async function findByReference(db: Queryable, merchantId: string, reference: string): Promise<Payout | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.reference, reference)));
  return row ?? null;
}

export async function findPayout(db: Queryable, merchantId: string, id: string): Promise<Payout | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.id, id)));
  return row ?? null;
}

export async function insertLink(tx: Tx, link: typeof claimLinks.$inferInsert): Promise<void> {
  await tx.insert(claimLinks).values(link);
}

export async function revokeLinks(tx: Tx, payout: Key, now: Date): Promise<void> {
  await tx
    .update(claimLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(claimLinks.merchantId, payout.merchantId),
        eq(claimLinks.payoutId, payout.id),
        isNull(claimLinks.revokedAt),
      ),
    );
}

/** Everything that a live claim link leads to; null when there is none. */
export async function findByToken(db: Queryable, tokenHash: string) {
  const [row] = await db
    .select({ payout: payouts, merchant: merchants, vault: vaults })
    .from(claimLinks)
    .innerJoin(payouts, eq(payouts.id, claimLinks.payoutId))
    .innerJoin(merchants, eq(merchants.id, payouts.merchantId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(claimLinks.tokenHash, tokenHash), isNull(claimLinks.revokedAt)));
  return row ?? null;
}

export type PayoutFilter = {
  merchantId: string;
  status?: PayoutStatus;
  reference?: string;
  chain?: ChainKey;
  symbol?: string;
  recipient?: string;
  createdAfter?: Date;
  createdBefore?: Date;
  olderThan?: string;
  limit: number;
};

/** Newest first; the id is the key of the page, since ids sort by age. */
export async function selectPayouts(db: Queryable, filter: PayoutFilter): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, filter.merchantId),
        filter.status && eq(payouts.status, filter.status),
        filter.reference !== undefined ? eq(payouts.reference, filter.reference) : undefined,
        filter.chain && eq(payouts.chain, filter.chain),
        filter.symbol !== undefined ? eq(payouts.symbol, filter.symbol) : undefined,
        filter.recipient ? eq(payouts.recipientAddress, filter.recipient) : undefined,
        filter.createdAfter && gt(payouts.createdAt, filter.createdAfter),
        filter.createdBefore && lt(payouts.createdAt, filter.createdBefore),
        filter.olderThan !== undefined ? lt(payouts.id, filter.olderThan) : undefined,
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(filter.limit);
}

/** Changes facts of a payout that is still in `from`, and counts its version up; null for whoever comes too late. */
export async function updatePayout(
  tx: Tx,
  key: { merchantId: string; id: string; from: PayoutStatus },
  set: Partial<NewPayout>,
  now: Date,
): Promise<Payout | null> {
  const [row] = await tx
    .update(payouts)
    .set({ ...set, version: sql`${payouts.version} + 1`, updatedAt: now })
    .where(and(eq(payouts.merchantId, key.merchantId), eq(payouts.id, key.id), eq(payouts.status, key.from)))
    .returning();
  return row ?? null;
}

/** Notes that a signed payout goes out, if the link may still be claimed at this very moment. */
export async function extendSignedUntil(tx: Tx, payout: Payout, deadline: Date, now: Date): Promise<boolean> {
  const rows = await tx
    .update(payouts)
    .set({ signedUntil: sql`greatest(${payouts.signedUntil}, ${deadline.toISOString()}::timestamptz)` })
    .where(
      and(
        eq(payouts.merchantId, payout.merchantId),
        eq(payouts.id, payout.id),
        eq(payouts.status, 'pending'),
        isNull(payouts.cancelRequestedAt),
        gt(payouts.expiresAt, now),
      ),
    )
    .returning({ id: payouts.id });
  return rows.length === 1;
}

/** The payout that a claim log of our contract names, locked so that one worker at a time books it. */
export async function lockByClaimId(tx: Tx, chain: ChainKey, vault: string, claimId: bigint): Promise<Payout | null> {
  const [row] = await tx
    .select({ payout: payouts })
    .from(payouts)
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(vaults.chain, chain), eq(vaults.address, vault), eq(payouts.claimId, claimId)))
    .for('update', { of: payouts });
  return row?.payout ?? null;
}

export async function lockPayout(tx: Tx, { merchantId, id }: Key): Promise<Payout> {
  const own = and(eq(payouts.merchantId, merchantId), eq(payouts.id, id));
  const [row] = await tx.select().from(payouts).where(own).for('update');
  if (!row) throw new Error(`There is no payout ${id}`);
  return row;
}

export async function selectVaults(db: Queryable, chain: ChainKey): Promise<Vault[]> {
  return db.select().from(vaults).where(eq(vaults.chain, chain));
}

/** Marks a vault as opened at a block; false when another worker did. */
export async function openVault(tx: Tx, vault: Key, block: bigint): Promise<boolean> {
  const rows = await tx
    .update(vaults)
    .set({ openedBlock: block })
    .where(and(eq(vaults.merchantId, vault.merchantId), eq(vaults.id, vault.id), isNull(vaults.openedBlock)))
    .returning({ id: vaults.id });
  return rows.length === 1;
}

/** Payouts whose claim ids lie in one word of the contract's bitmap. */
export async function selectByClaimIds(db: Queryable, chain: ChainKey, vault: string, from: bigint, below: bigint) {
  const rows = await db
    .select({ payout: payouts })
    .from(payouts)
    .innerJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(eq(vaults.chain, chain), eq(vaults.address, vault), gte(payouts.claimId, from), lt(payouts.claimId, below)),
    );
  return rows.map((row) => row.payout);
}

export async function findEmbedOrigins(db: Queryable, tokenHash: string): Promise<string[]> {
  const [row] = await db
    .select({ origins: merchants.embedOrigins })
    .from(claimLinks)
    .innerJoin(merchants, eq(merchants.id, claimLinks.merchantId))
    .where(eq(claimLinks.tokenHash, tokenHash));
  return row?.origins ?? [];
}

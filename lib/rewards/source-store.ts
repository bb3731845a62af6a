import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { assets, rewardSources } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { addAssets } from '@/lib/ledger/add-assets';
import { symbolOf } from './core/store';

export type RewardSource = typeof rewardSources.$inferSelect;
export type NewRewardSource = typeof rewardSources.$inferInsert;

const ofMerchant = (merchantId: string) =>
  and(eq(rewardSources.merchantId, merchantId), isNull(rewardSources.deletedAt));

export async function insertRewardSource(tx: Tx, row: NewRewardSource): Promise<RewardSource> {
  const [made] = await tx.insert(rewardSources).values(row).returning();
  if (!made) throw new Error('The source of rewards was not written');
  return made;
}

export function selectRewardSources(db: Queryable, merchantId: string): Promise<RewardSource[]> {
  return db.select().from(rewardSources).where(ofMerchant(merchantId)).orderBy(asc(rewardSources.id));
}

/** Also those that were removed: their users keep their coins. */
export async function findRewardSource(db: Queryable, merchantId: string, id: string): Promise<RewardSource | null> {
  const [found] = await db
    .select()
    .from(rewardSources)
    .where(and(eq(rewardSources.merchantId, merchantId), eq(rewardSources.id, id)));
  return found ?? null;
}

/** The source that an earlier run of this very request made; a key from before `since` counts no more. */
export async function findRewardSourceByRequest(
  tx: Tx,
  { merchantId, requestKey, since }: { merchantId: string; requestKey: string; since: Date },
): Promise<RewardSource | null> {
  const made = and(eq(rewardSources.merchantId, merchantId), eq(rewardSources.requestKey, requestKey));
  await tx
    .update(rewardSources)
    .set({ requestKey: null })
    .where(and(made, lt(rewardSources.createdAt, since)));
  const [found] = await tx.select().from(rewardSources).where(made);
  return found ?? null;
}

/** Whose callbacks arrive at these addresses: the address alone says so, before anything is proved. */
export function selectRewardSourcesAt(db: Queryable, ids: readonly string[]): Promise<RewardSource[]> {
  return db
    .select()
    .from(rewardSources)
    .where(and(inArray(rewardSources.id, [...new Set(ids)]), isNull(rewardSources.deletedAt)));
}

export async function lockRewardSource(tx: Tx, merchantId: string, id: string): Promise<RewardSource | null> {
  const [found] = await tx
    .select()
    .from(rewardSources)
    .where(and(ofMerchant(merchantId), eq(rewardSources.id, id)))
    .for('update');
  return found ?? null;
}

/** Of a source that this transaction has locked. */
export async function updateRewardSource(
  tx: Tx,
  { merchantId, id }: RewardSource,
  set: Partial<NewRewardSource>,
): Promise<RewardSource> {
  const [changed] = await tx
    .update(rewardSources)
    .set(set)
    .where(and(ofMerchant(merchantId), eq(rewardSources.id, id)))
    .returning();
  if (!changed) throw new Error('The source of rewards was not written');
  return changed;
}

/** Coins of these names can be booked from now on. */
export async function insertCoinAssets(tx: Tx, currencies: readonly string[]): Promise<void> {
  const rows = currencies.map((currency) => {
    const symbol = symbolOf(currency);
    return { id: symbol, symbol, decimals: 0, kind: 'points' as const };
  });
  await addAssets(tx, rows);
}

/** The decimals of what is paid out. */
export async function findDecimals(db: Queryable, chain: ChainKey, symbol: string): Promise<number | null> {
  const [row] = await db
    .select({ decimals: assets.decimals })
    .from(assets)
    .where(sql`${assets.id} = ${`${chain}:${symbol}`}`);
  return row?.decimals ?? null;
}

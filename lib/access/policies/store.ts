import { and, asc, eq, gt, inArray, lte, or, type Placeholder, sql } from 'drizzle-orm';
import { builtOnce } from '@/db/built-once';
import type { Queryable, Tx } from '@/db/client';
import { keyLimits, keyPolicies, keySpends } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type Policy = typeof keyPolicies.$inferSelect;
export type Limit = typeof keyLimits.$inferSelect;
type Spend = typeof keySpends.$inferInsert;
export type KeyAsset = { merchantId: string; keyId: string; chain: ChainKey; symbol: string };

const ofKey = ({ merchantId, keyId }: Record<'merchantId' | 'keyId', string | Placeholder>) =>
  and(eq(keyPolicies.merchantId, merchantId), eq(keyPolicies.keyId, keyId));

const selectPolicy = builtOnce((db) =>
  db
    .select()
    .from(keyPolicies)
    .where(ofKey({ merchantId: sql.placeholder('merchantId'), keyId: sql.placeholder('keyId') })),
);

export async function findPolicy(db: Queryable, key: Pick<KeyAsset, 'merchantId' | 'keyId'>): Promise<Policy | null> {
  const [row] = await selectPolicy(db, { merchantId: key.merchantId, keyId: key.keyId });
  return row ?? null;
}

/** Held until the transaction ends: what a key lets leave is counted one after the other, and under one policy. */
export async function lockPolicy(tx: Tx, key: Pick<KeyAsset, 'merchantId' | 'keyId'>): Promise<Policy | null> {
  const [row] = await tx.select().from(keyPolicies).where(ofKey(key)).for('update');
  return row ?? null;
}

export function selectPolicies(db: Queryable, merchantId: string): Promise<Policy[]> {
  return db.select().from(keyPolicies).where(eq(keyPolicies.merchantId, merchantId));
}

export function selectLimits(db: Queryable, merchantId: string, keyIds: readonly string[]): Promise<Limit[]> {
  return db
    .select()
    .from(keyLimits)
    .where(and(eq(keyLimits.merchantId, merchantId), inArray(keyLimits.keyId, [...keyIds])))
    .orderBy(asc(keyLimits.chain), asc(keyLimits.symbol));
}

/** In place of what there was. */
export async function savePolicyRow(tx: Tx, policy: Policy, limits: readonly Limit[]): Promise<void> {
  const { keyId: _key, merchantId: _merchant, ...set } = policy;
  await tx.insert(keyPolicies).values(policy).onConflictDoUpdate({ target: keyPolicies.keyId, set });
  await tx.delete(keyLimits).where(and(eq(keyLimits.merchantId, policy.merchantId), eq(keyLimits.keyId, policy.keyId)));
  if (limits.length > 0) await tx.insert(keyLimits).values([...limits]);
}

export async function deletePolicy(
  tx: Tx,
  { merchantId, keyId }: Pick<KeyAsset, 'merchantId' | 'keyId'>,
): Promise<void> {
  await tx.delete(keyLimits).where(and(eq(keyLimits.merchantId, merchantId), eq(keyLimits.keyId, keyId)));
  await tx.delete(keyPolicies).where(ofKey({ merchantId, keyId }));
}

const ofAsset = ({ merchantId, keyId, chain, symbol }: KeyAsset) =>
  and(
    ...[eq(keySpends.merchantId, merchantId), eq(keySpends.keyId, keyId)],
    ...[eq(keySpends.chain, chain), eq(keySpends.symbol, symbol)],
  );

/** What counts against a key's day since `since`, and whether one of these subjects is among it. */
export async function sumSpends(
  db: Queryable,
  asset: KeyAsset,
  since: Date,
  { payoutId, orderId }: { payoutId?: string | null; orderId?: string | null } = {},
): Promise<{ spent: bigint; counted: boolean }> {
  const same = or(
    payoutId ? eq(keySpends.payoutId, payoutId) : undefined,
    orderId ? eq(keySpends.orderId, orderId) : undefined,
  );
  const [row] = await db
    .select({
      spent: sql<string>`coalesce(sum(${keySpends.amount}), 0)`,
      counted: sql<boolean>`coalesce(bool_or(${same ?? sql`false`}), false)`,
    })
    .from(keySpends)
    .where(and(ofAsset(asset), gt(keySpends.createdAt, since)));
  return { spent: BigInt(row?.spent ?? 0), counted: row?.counted ?? false };
}

export async function insertSpend(tx: Tx, spend: Spend): Promise<void> {
  await tx.insert(keySpends).values(spend);
}

/** What is older than a day counts no more. */
export async function deleteSpends(tx: Tx, asset: KeyAsset, until: Date): Promise<void> {
  await tx.delete(keySpends).where(and(ofAsset(asset), lte(keySpends.createdAt, until)));
}

/** What counts against the day of each of a merchant's keys. */
export function selectSpent(db: Queryable, merchantId: string, since: Date) {
  return db
    .select({
      keyId: keySpends.keyId,
      chain: keySpends.chain,
      symbol: keySpends.symbol,
      spent: sql<string>`sum(${keySpends.amount})`,
    })
    .from(keySpends)
    .where(and(eq(keySpends.merchantId, merchantId), gt(keySpends.createdAt, since)))
    .groupBy(keySpends.keyId, keySpends.chain, keySpends.symbol);
}

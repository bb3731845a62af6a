import { and, eq, getTableColumns, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { apiKeys, keyPolicies, merchants } from '@/db/schema';

export async function findMerchantMode(db: Queryable, merchantId: string): Promise<{ testMode: boolean } | null> {
  const rows = await db.select({ testMode: merchants.testMode }).from(merchants).where(eq(merchants.id, merchantId));
  return rows[0] ?? null;
}

export async function insertApiKey(db: Queryable, row: typeof apiKeys.$inferInsert): Promise<void> {
  await db.insert(apiKeys).values(row);
}

/** `ipRanges` of its policy; null where it has none. */
export type LiveKey = typeof apiKeys.$inferSelect & { ipRanges: string[] | null };

async function findLive(db: Queryable, named: SQL): Promise<LiveKey | null> {
  const [row] = await db
    .select({ ...getTableColumns(apiKeys), ipRanges: keyPolicies.ipRanges })
    .from(apiKeys)
    .leftJoin(keyPolicies, eq(keyPolicies.keyId, apiKeys.id))
    .where(and(named, isNull(apiKeys.revokedAt)));
  return row ?? null;
}

/** By hash alone: this read is what decides the tenant. */
export function findLiveKey(db: Queryable, hash: string): Promise<LiveKey | null> {
  return findLive(db, eq(apiKeys.hash, hash));
}

/** What the holder of a key is made of. */
export type HeldKey = Pick<LiveKey, 'id' | 'merchantId' | 'scopes' | 'requestsPerMinute' | 'lastUsedAt' | 'ipRanges'>;

/** The live key of this hash, for a statement that does more with it; `readHeldKey` reads what that answers. */
export function selectLiveKey(hash: string): SQL {
  return sql`select key.id, key.merchant_id as "merchantId", key.scopes, key.requests_per_minute as "requestsPerMinute",
    key.last_used_at as "lastUsedAt", policy.ip_ranges as "ipRanges"
    from ${apiKeys} key left join ${keyPolicies} policy on policy.key_id = key.id
    where key.hash = ${hash} and key.revoked_at is null`;
}

export type SelectedKey = Omit<HeldKey, 'lastUsedAt'> & { lastUsedAt: string | null };

export function readHeldKey({ lastUsedAt, ...key }: SelectedKey): HeldKey {
  return { ...key, lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt) };
}

export function findLiveKeyById(db: Queryable, id: string): Promise<LiveKey | null> {
  return findLive(db, eq(apiKeys.id, id));
}

/** Moves the last use forward, unless another request did so since `before`. */
export async function markKeyUsed(db: Queryable, key: { id: string; now: Date; before: Date }): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: key.now })
    .where(and(eq(apiKeys.id, key.id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, key.before))));
}

export async function markKeyRevoked(db: Queryable, key: { merchantId: string; id: string; now: Date }) {
  const rows = await db
    .update(apiKeys)
    .set({ revokedAt: key.now })
    .where(and(eq(apiKeys.merchantId, key.merchantId), eq(apiKeys.id, key.id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return rows.length === 1;
}

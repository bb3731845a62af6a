import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { apiKeys, merchants } from '@/db/schema';

export async function findMerchantMode(db: Queryable, merchantId: string): Promise<{ testMode: boolean } | null> {
  const rows = await db.select({ testMode: merchants.testMode }).from(merchants).where(eq(merchants.id, merchantId));
  return rows[0] ?? null;
}

export async function insertApiKey(db: Queryable, row: typeof apiKeys.$inferInsert): Promise<void> {
  await db.insert(apiKeys).values(row);
}

export type LiveKey = typeof apiKeys.$inferSelect;

/** By hash alone: this read is what decides the tenant. */
export async function findLiveKey(db: Queryable, hash: string) {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
  return rows[0] ?? null;
}

export async function findLiveKeyById(db: Queryable, id: string): Promise<LiveKey | null> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  return rows[0] ?? null;
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

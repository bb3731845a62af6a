import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { apiKeys, merchants } from '@/db/schema';

/** SQL about the keys of one merchant, for the people who manage them. */

const shown = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
} as const;

/** Revoked keys are kept for the audit; the latest of them are shown. */
const maxShown = 200;

export function selectKeys(db: Queryable, merchantId: string) {
  return db
    .select(shown)
    .from(apiKeys)
    .where(eq(apiKeys.merchantId, merchantId))
    .orderBy(sql`${apiKeys.revokedAt} is not null`, desc(apiKeys.id))
    .limit(maxShown);
}

export async function findKey(db: Queryable, merchantId: string, id: string) {
  const [found] = await db
    .select(shown)
    .from(apiKeys)
    .where(and(eq(apiKeys.merchantId, merchantId), eq(apiKeys.id, id)));
  return found ?? null;
}

/** The live key that this request made since then. Its name is free for another key afterwards. */
export async function takeKeyOfRequest(
  tx: Tx,
  { merchantId, requestKey, since }: { merchantId: string; requestKey: string; since: Date },
) {
  const [made] = await tx
    .update(apiKeys)
    .set({ requestKey: null })
    .where(and(eq(apiKeys.merchantId, merchantId), eq(apiKeys.requestKey, requestKey)))
    .returning(shown);
  return made && made.revokedAt === null && made.createdAt >= since ? made : null;
}

/** Keys that a member made and that still open something, held until the transaction ends. */
export function lockKeysOf(tx: Tx, merchantId: string, userId: string) {
  const live = and(eq(apiKeys.merchantId, merchantId), eq(apiKeys.createdBy, userId), isNull(apiKeys.revokedAt));
  return tx.select(shown).from(apiKeys).where(live).orderBy(apiKeys.id).for('update');
}

/** What keys are called, revoked ones too: these, or the latest. */
export function selectKeyNames(db: Queryable, merchantId: string, ids?: readonly string[]) {
  const wanted = ids && inArray(apiKeys.id, [...ids]);
  return db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.merchantId, merchantId), wanted))
    .orderBy(desc(apiKeys.id))
    .limit(ids?.length ?? maxShown);
}

/** Lets one request at a time make keys of a merchant, so that their number can be counted before. */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<void> {
  await tx.select({ id: merchants.id }).from(merchants).where(eq(merchants.id, merchantId)).for('no key update');
}

import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { merchants, portalKeys, receipts, vaults } from '@/db/schema';

export type PortalKey = typeof portalKeys.$inferSelect;
export type Receipt = typeof receipts.$inferSelect;

/** Holds back who else would make or retire a key, until this transaction ends. */
export async function lockPortalKeys(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('portal_keys', 0))`);
}

export async function findKeyInUse(db: Queryable): Promise<PortalKey | null> {
  const [row] = await db.select().from(portalKeys).where(isNull(portalKeys.retiredAt));
  return row ?? null;
}

export async function insertKey(tx: Tx, key: typeof portalKeys.$inferInsert): Promise<void> {
  await tx.insert(portalKeys).values(key);
}

export async function retireKey(tx: Tx, kid: string, retiredAt: Date): Promise<void> {
  await tx.update(portalKeys).set({ retiredAt, sealedPrivate: null }).where(eq(portalKeys.kid, kid));
}

export async function selectKeys(db: Queryable): Promise<PortalKey[]> {
  return db.select().from(portalKeys).orderBy(asc(portalKeys.createdAt), asc(portalKeys.kid));
}

/** Whose payout it is, and the vault that paid it. */
export async function findPayer(db: Queryable, merchantId: string, vaultId: string | null) {
  const [row] = await db
    .select({ name: merchants.name, vault: vaults.address })
    .from(merchants)
    .leftJoin(vaults, and(eq(vaults.merchantId, merchants.id), vaultId ? eq(vaults.id, vaultId) : sql`false`))
    .where(eq(merchants.id, merchantId));
  return row ?? null;
}

export async function insertReceipt(tx: Tx, receipt: typeof receipts.$inferInsert): Promise<void> {
  await tx.insert(receipts).values(receipt);
}

export async function markVoid(tx: Tx, merchantId: string, payoutId: string, voidedAt: Date): Promise<void> {
  await tx
    .update(receipts)
    .set({ voidedAt })
    .where(and(eq(receipts.merchantId, merchantId), eq(receipts.payoutId, payoutId), isNull(receipts.voidedAt)));
}

/** The one that counts, or else the last one that is void. */
export async function findReceipt(db: Queryable, merchantId: string, payoutId: string): Promise<Receipt | null> {
  const [row] = await db
    .select()
    .from(receipts)
    .where(and(eq(receipts.merchantId, merchantId), eq(receipts.payoutId, payoutId)))
    .orderBy(sql`${receipts.voidedAt} is not null`, desc(receipts.id))
    .limit(1);
  return row ?? null;
}

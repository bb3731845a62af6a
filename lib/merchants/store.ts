import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { businesses, guides, merchantAssets, merchants, stops } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export async function insertMerchant(tx: Tx, row: typeof merchants.$inferInsert): Promise<void> {
  await tx.insert(merchants).values(row);
}

export type Business = typeof businesses.$inferSelect;

export async function insertBusiness(tx: Tx, row: Business): Promise<void> {
  await tx.insert(businesses).values(row);
}

/** Held until the transaction ends, so that one merchant of a mode is made at a time. */
export async function lockBusiness(tx: Tx, id: string): Promise<Business | null> {
  const [row] = await tx.select().from(businesses).where(eq(businesses.id, id)).for('update');
  return row ?? null;
}

export async function setBusiness(tx: Tx, merchantId: string, businessId: string): Promise<void> {
  await tx.update(merchants).set({ businessId }).where(eq(merchants.id, merchantId));
}

/** The merchant of a business in one mode. */
export async function findTwin(
  db: Queryable,
  { businessId, testMode }: { businessId: string; testMode: boolean },
): Promise<Merchant | null> {
  const [row] = await db
    .select()
    .from(merchants)
    .where(and(eq(merchants.businessId, businessId), eq(merchants.testMode, testMode)));
  return row ?? null;
}

/** Whether an operator keeps a merchant from making payouts. Without the lock of the stops: good where no money is promised. */
export async function isSuspended(db: Queryable, merchantId: string): Promise<boolean> {
  const live = and(eq(stops.merchantId, merchantId), eq(stops.suspends, true), isNull(stops.liftedAt));
  return (await db.$count(stops, live)) > 0;
}

/** Shows the merchant's team the way to a first payout. */
export async function insertGuide(tx: Tx, merchantId: string, createdAt: Date): Promise<void> {
  await tx.insert(guides).values({ merchantId, createdAt });
}

export type Merchant = typeof merchants.$inferSelect;
export type Terms = typeof merchantAssets.$inferSelect;
type AssetKey = { merchantId: string; chain: ChainKey; symbol: string };

export async function findMerchant(db: Queryable, merchantId: string): Promise<Merchant | null> {
  const [row] = await db.select().from(merchants).where(eq(merchants.id, merchantId));
  return row ?? null;
}

/** The merchant that an earlier run of this very request made. */
export async function findByRequest(db: Queryable, requestKey: string): Promise<Merchant | null> {
  const [row] = await db.select().from(merchants).where(eq(merchants.requestKey, requestKey));
  return row ?? null;
}

/** The row as it is until this transaction ends: another writer waits. */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<Merchant | null> {
  const [row] = await tx.select().from(merchants).where(eq(merchants.id, merchantId)).for('update');
  return row ?? null;
}

type Changeable = Partial<
  Pick<
    Merchant,
    'name' | 'logoUrl' | 'logoHash' | 'accentColor' | 'supportUrl' | 'language' | 'embedOrigins' | 'alertEmail'
  >
>;

export async function updateMerchant(tx: Tx, merchantId: string, set: Changeable): Promise<void> {
  await tx.update(merchants).set(set).where(eq(merchants.id, merchantId));
}

export async function selectTerms(db: Queryable, merchantId: string): Promise<Terms[]> {
  return db
    .select()
    .from(merchantAssets)
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(asc(merchantAssets.chain), asc(merchantAssets.symbol));
}

const ofAsset = ({ merchantId, chain, symbol }: AssetKey) =>
  and(eq(merchantAssets.merchantId, merchantId), eq(merchantAssets.chain, chain), eq(merchantAssets.symbol, symbol));

/** False where the merchant pays this asset out already. */
export async function insertTerms(tx: Tx, row: typeof merchantAssets.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(merchantAssets)
    .values(row)
    .onConflictDoNothing()
    .returning({ of: merchantAssets.symbol });
  return rows.length === 1;
}

export async function lockTerms(tx: Tx, asset: AssetKey): Promise<Terms | null> {
  const [row] = await tx.select().from(merchantAssets).where(ofAsset(asset)).for('update');
  return row ?? null;
}

export async function updateTerms(tx: Tx, asset: AssetKey, set: Omit<Terms, keyof AssetKey>): Promise<void> {
  await tx.update(merchantAssets).set(set).where(ofAsset(asset));
}

/** Only under the lock of its row. */
export async function saveClosing(
  tx: Tx,
  id: string,
  set: { closingSince?: Date; closingCancels: boolean } | { closedAt: Date },
): Promise<void> {
  await tx.update(merchants).set(set).where(eq(merchants.id, id));
}

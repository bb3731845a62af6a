import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { gatewayAssets, gateways, hotWallets, vaults } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type Gateway = typeof gateways.$inferSelect;
export type GatewayAsset = typeof gatewayAssets.$inferSelect;
export type HotWallet = typeof hotWallets.$inferSelect;

const ofMerchant = (merchantId: string, id: string) => and(eq(gateways.merchantId, merchantId), eq(gateways.id, id));

export async function insertGateway(
  tx: Tx,
  row: typeof gateways.$inferInsert,
  assets: readonly (typeof gatewayAssets.$inferInsert)[],
): Promise<Gateway> {
  const [made] = await tx.insert(gateways).values(row).returning();
  if (!made) throw new Error('The gateway was not written');
  await tx.insert(gatewayAssets).values([...assets]);
  return made;
}

type Place = Pick<HotWallet, 'chain' | 'address'>;

const isAt = ({ chain, address }: Place) =>
  and(eq(hotWallets.chain, chain), eq(hotWallets.address, address), isNull(hotWallets.lostAt));

/** Whose a hot wallet is; nobody else takes it until this transaction ends. Null where it is nobody's. */
export async function lockHotWallet(tx: Tx, place: Place): Promise<string | null> {
  const name = `hot wallet ${place.chain}:${place.address}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const [row] = await tx.select({ merchantId: hotWallets.merchantId }).from(hotWallets).where(isAt(place));
  return row?.merchantId ?? null;
}

/** Of a hot wallet that is nobody's. One that was lost before is taken up again. */
export async function takeHotWallet(tx: Tx, wallet: Omit<HotWallet, 'lostAt'>): Promise<void> {
  await tx
    .insert(hotWallets)
    .values(wallet)
    .onConflictDoUpdate({
      target: [hotWallets.chain, hotWallets.address, hotWallets.merchantId],
      set: { lostAt: null, since: wallet.since },
    });
}

/** Its merchant has it no longer. Answers which gateways of theirs pay from it. */
export async function loseHotWallet(tx: Tx, place: Place, now: Date): Promise<Pick<Gateway, 'merchantId' | 'id'>[]> {
  await tx.update(hotWallets).set({ lostAt: now }).where(isAt(place));
  return tx
    .selectDistinct({ merchantId: gatewayAssets.merchantId, id: gatewayAssets.gatewayId })
    .from(gatewayAssets)
    .where(
      and(
        ...[eq(gatewayAssets.chain, place.chain), eq(gatewayAssets.wallet, place.address)],
        isNull(gatewayAssets.endedAt),
      ),
    );
}

/** Whether a vault of any merchant is at this address: what leaves that is booked otherwise. */
export async function isVault(tx: Tx, chain: ChainKey, address: string): Promise<boolean> {
  return (await tx.$count(vaults, and(eq(vaults.chain, chain), eq(vaults.address, address)))) > 0;
}

export async function selectHotWallets(db: Queryable, merchantId: string, chain: ChainKey): Promise<HotWallet[]> {
  return db
    .select()
    .from(hotWallets)
    .where(and(eq(hotWallets.merchantId, merchantId), eq(hotWallets.chain, chain), isNull(hotWallets.lostAt)));
}

export async function findGateway(db: Queryable, merchantId: string, id: string): Promise<Gateway | null> {
  const [row] = await db.select().from(gateways).where(ofMerchant(merchantId, id));
  return row ?? null;
}

/** The gateway that an earlier run of this very request made; a key from before `since` counts no more. */
export async function findGatewayByRequest(
  tx: Tx,
  { merchantId, requestKey, since }: { merchantId: string; requestKey: string; since: Date },
): Promise<Gateway | null> {
  const made = and(eq(gateways.merchantId, merchantId), eq(gateways.requestKey, requestKey));
  await tx
    .update(gateways)
    .set({ requestKey: null })
    .where(and(made, lt(gateways.createdAt, since)));
  const [row] = await tx.select().from(gateways).where(made);
  return row ?? null;
}

/** Newest first. */
export async function selectGateways(db: Queryable, merchantId: string): Promise<Gateway[]> {
  return db.select().from(gateways).where(eq(gateways.merchantId, merchantId)).orderBy(desc(gateways.id));
}

export async function selectAssetsOf(db: Queryable, gatewayIds: readonly string[]): Promise<GatewayAsset[]> {
  if (gatewayIds.length === 0) return [];
  return db
    .select()
    .from(gatewayAssets)
    .where(inArray(gatewayAssets.gatewayId, [...gatewayIds]))
    .orderBy(asc(gatewayAssets.chain), asc(gatewayAssets.symbol));
}

/** The one gateway that pays this asset for a merchant; null where none is set up to. */
export async function findGatewayFor(db: Queryable, merchantId: string, chain: ChainKey, symbol: string) {
  const [row] = await db
    .select({ gateway: gateways, asset: gatewayAssets })
    .from(gatewayAssets)
    .innerJoin(gateways, eq(gateways.id, gatewayAssets.gatewayId))
    .where(
      and(
        ...[eq(gatewayAssets.merchantId, merchantId), eq(gatewayAssets.chain, chain)],
        ...[eq(gatewayAssets.symbol, symbol), isNull(gatewayAssets.endedAt), eq(gateways.state, 'active')],
      ),
    );
  return row ?? null;
}

/** What a merchant's gateways pay. */
export async function selectPaid(db: Queryable, merchantId: string): Promise<GatewayAsset[]> {
  return db
    .select()
    .from(gatewayAssets)
    .where(and(eq(gatewayAssets.merchantId, merchantId), isNull(gatewayAssets.endedAt)));
}

export async function lockGateway(tx: Tx, merchantId: string, id: string): Promise<Gateway | null> {
  const [row] = await tx.select().from(gateways).where(ofMerchant(merchantId, id)).for('update');
  return row ?? null;
}

export async function updateGatewayRow(
  db: Queryable,
  { merchantId, id }: Pick<Gateway, 'merchantId' | 'id'>,
  set: Partial<typeof gateways.$inferInsert>,
  now: Date,
): Promise<Gateway | null> {
  const [row] = await db
    .update(gateways)
    .set({ ...set, updatedAt: now })
    .where(ofMerchant(merchantId, id))
    .returning();
  return row ?? null;
}

const ofAsset = ({ gatewayId, chain, symbol }: Pick<GatewayAsset, 'gatewayId' | 'chain' | 'symbol'>) =>
  and(eq(gatewayAssets.gatewayId, gatewayId), eq(gatewayAssets.chain, chain), eq(gatewayAssets.symbol, symbol));

export async function saveHeld(
  db: Queryable,
  asset: GatewayAsset,
  read: Pick<GatewayAsset, 'held' | 'coins' | 'readAt'>,
): Promise<void> {
  await db.update(gatewayAssets).set(read).where(ofAsset(asset));
}

/** What it paid stays written; from now on it pays nothing of it. */
export async function endAssets(tx: Tx, gatewayId: string, now: Date): Promise<void> {
  await tx
    .update(gatewayAssets)
    .set({ endedAt: now })
    .where(and(eq(gatewayAssets.gatewayId, gatewayId), isNull(gatewayAssets.endedAt)));
}

/** The networks on which gateways pay or have paid. */
export async function selectGatewayChains(db: Queryable): Promise<ChainKey[]> {
  const rows = await db.selectDistinct({ chain: gatewayAssets.chain }).from(gatewayAssets).orderBy(gatewayAssets.chain);
  return rows.map(({ chain }) => chain);
}

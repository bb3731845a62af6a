import type { Database } from './client';
import { merchantAssets, merchants, vaults } from './schema';

export type MerchantSeed = {
  merchant: typeof merchants.$inferInsert;
  assets: Omit<typeof merchantAssets.$inferInsert, 'merchantId'>[];
  vault: Omit<typeof vaults.$inferInsert, 'merchantId'>;
};

/** Writes a merchant with what it pays out and from where, all or nothing; `also` joins the same transaction. */
export async function seedMerchant(
  db: Database,
  seed: MerchantSeed,
  also: (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<void>,
): Promise<void> {
  const merchantId = seed.merchant.id;
  await db.transaction(async (tx) => {
    await tx.insert(merchants).values(seed.merchant);
    await tx.insert(merchantAssets).values(seed.assets.map((asset) => ({ ...asset, merchantId })));
    await tx.insert(vaults).values({ ...seed.vault, merchantId });
    await also(tx);
  });
}

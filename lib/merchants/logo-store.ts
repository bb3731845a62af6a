import { eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { logos } from '@/db/schema';

export type Logo = typeof logos.$inferSelect;

/** By its contents: only those who have seen the picture can know its address. */
export async function findLogo(db: Queryable, hash: string): Promise<Logo | null> {
  const [row] = await db.select().from(logos).where(eq(logos.hash, hash)).limit(1);
  return row ?? null;
}

export async function saveLogoRow(tx: Tx, row: Logo): Promise<void> {
  const { merchantId: _merchantId, ...set } = row;
  await tx.insert(logos).values(row).onConflictDoUpdate({ target: logos.merchantId, set });
}

export async function deleteLogoRow(tx: Tx, merchantId: string): Promise<void> {
  await tx.delete(logos).where(eq(logos.merchantId, merchantId));
}

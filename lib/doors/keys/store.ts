import { and, asc, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { doorKeys } from '@/db/schema';
import type { Door } from '@/db/vocabulary/webhooks';

export type DoorKeyRow = typeof doorKeys.$inferSelect;

export async function insertDoorKey(tx: Tx, row: DoorKeyRow): Promise<void> {
  await tx.insert(doorKeys).values(row);
}

export async function selectDoorKeys(db: Queryable, merchantId: string): Promise<DoorKeyRow[]> {
  return db.select().from(doorKeys).where(eq(doorKeys.merchantId, merchantId)).orderBy(asc(doorKeys.keyId));
}

/** By its name at the door alone: this read is what decides the tenant. */
export async function findByPublicId(db: Queryable, door: Door, publicId: string): Promise<DoorKeyRow | null> {
  const [row] = await db
    .select()
    .from(doorKeys)
    .where(and(eq(doorKeys.door, door), eq(doorKeys.publicId, publicId)));
  return row ?? null;
}

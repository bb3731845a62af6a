import { and, asc, count, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deskViews } from '@/db/schema';

export type Holder = { merchantId: string; userId: string };

const heldBy = ({ merchantId, userId }: Holder) =>
  and(eq(deskViews.merchantId, merchantId), eq(deskViews.userId, userId));

export async function selectViews(db: Queryable, holder: Holder) {
  return db.select().from(deskViews).where(heldBy(holder)).orderBy(asc(deskViews.name));
}

export async function countViews(db: Queryable, holder: Holder): Promise<number> {
  const [row] = await db.select({ count: count() }).from(deskViews).where(heldBy(holder));
  return row?.count ?? 0;
}

/** Saved under a name that is taken, it takes the other's place. */
export async function saveViewRow(tx: Tx, row: typeof deskViews.$inferInsert) {
  const [saved] = await tx
    .insert(deskViews)
    .values(row)
    .onConflictDoUpdate({
      target: [deskViews.merchantId, deskViews.userId, deskViews.name],
      set: { query: row.query },
    })
    .returning();
  if (!saved) throw new Error('An upsert answers its row');
  return saved;
}

export async function deleteViewRow(tx: Tx, holder: Holder, id: string): Promise<boolean> {
  const rows = await tx
    .delete(deskViews)
    .where(and(heldBy(holder), eq(deskViews.id, id)))
    .returning({ id: deskViews.id });
  return rows.length === 1;
}

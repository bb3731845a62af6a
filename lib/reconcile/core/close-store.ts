import { and, desc, eq, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { closes } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

export type Close = typeof closes.$inferSelect;

/** The last close that read the chain, of a day before `day`: where the next one begins. */
export async function findCloseBefore(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  day: string,
): Promise<Close | null> {
  const [row] = await db
    .select()
    .from(closes)
    .where(
      and(
        eq(closes.merchantId, merchantId),
        eq(closes.chain, chain),
        lt(closes.day, day),
        ne(closes.status, 'not_checked'),
        isNotNull(closes.toBlock),
      ),
    )
    .orderBy(desc(closes.day), desc(closes.version))
    .limit(1);
  return row ?? null;
}

export async function findClose(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  day: string,
): Promise<Close | null> {
  const [row] = await db
    .select()
    .from(closes)
    .where(and(eq(closes.merchantId, merchantId), eq(closes.chain, chain), eq(closes.day, day)))
    .orderBy(desc(closes.version))
    .limit(1);
  return row ?? null;
}

/** The newest day that was closed, with any result. */
export async function findNewestClose(db: Queryable, merchantId: string, chain: ChainKey): Promise<Close | null> {
  const [row] = await db
    .select()
    .from(closes)
    .where(and(eq(closes.merchantId, merchantId), eq(closes.chain, chain)))
    .orderBy(desc(closes.day), desc(closes.version))
    .limit(1);
  return row ?? null;
}

/** Inserts as the day's next version. The caller holds the reconciliation's row, which keeps others off. */
export async function insertClose(tx: Tx, row: Omit<typeof closes.$inferInsert, 'version'>): Promise<Close> {
  const version = sql<number>`(select coalesce(max(version), 0) + 1 from closes
    where merchant_id = ${row.merchantId} and chain = ${row.chain} and day = ${row.day})`;
  const [close] = await tx
    .insert(closes)
    .values({ ...row, version })
    .returning();
  if (!close) throw new Error('The close was not written');
  return close;
}

/** The last version of each of the newest days, newest first. */
export async function selectCloses(db: Queryable, merchantId: string, before: string | undefined, days: number) {
  const newest = db.$with('newest').as(
    db
      .selectDistinctOn([closes.day, closes.chain])
      .from(closes)
      .where(and(eq(closes.merchantId, merchantId), before !== undefined ? lt(closes.day, before) : undefined))
      .orderBy(desc(closes.day), closes.chain, desc(closes.version))
      .limit(days),
  );
  return db.with(newest).select().from(newest).orderBy(desc(newest.day), newest.chain);
}

export async function selectVersions(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  day: string,
): Promise<Close[]> {
  return db
    .select()
    .from(closes)
    .where(and(eq(closes.merchantId, merchantId), eq(closes.chain, chain), eq(closes.day, day)))
    .orderBy(desc(closes.version));
}

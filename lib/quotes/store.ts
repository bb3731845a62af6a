import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { quotes } from '@/db/schema';
import { unchecked } from '@/lib/kernel/unchecked';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';

export type Quote = typeof quotes.$inferSelect;
export type NewQuote = typeof quotes.$inferInsert;

declare const locked: unique symbol;
/** A quote whose row this transaction holds; only `lockQuote` makes one. */
export type LockedQuote = Quote & { readonly [locked]: 'quote' };

const ofKey = ({ merchantId, id }: Key) => and(eq(quotes.merchantId, merchantId), eq(quotes.id, id));

export async function findQuote(db: Queryable, key: Key): Promise<Quote | null> {
  const [row] = await db.select().from(quotes).where(ofKey(key));
  return row ?? null;
}

export async function selectQuotes(
  db: Queryable,
  merchantId: string,
  { offset, max }: { offset: number; max: number },
): Promise<Quote[]> {
  return db
    .select()
    .from(quotes)
    .where(eq(quotes.merchantId, merchantId))
    .orderBy(desc(quotes.id))
    .offset(offset)
    .limit(max);
}

export async function lockQuote(tx: Tx, key: Key): Promise<LockedQuote | null> {
  const [row] = await tx.select().from(quotes).where(ofKey(key)).for('update');
  return row ? unchecked<LockedQuote>(row, 'the statement that read this row has locked it') : null;
}

/** The newest one in this asset that a payout's claimant was offered and did not take. */
export async function findOffered(
  db: Queryable,
  { merchantId, id }: Key,
  { chain, asset }: { chain: Quote['chain']; asset: string },
): Promise<Quote | null> {
  const [row] = await db
    .select()
    .from(quotes)
    .where(
      and(
        ...[eq(quotes.merchantId, merchantId), eq(quotes.payoutId, id), isNull(quotes.acceptedAt)],
        ...[eq(quotes.chain, chain), eq(quotes.symbol, asset)],
      ),
    )
    .orderBy(desc(quotes.id))
    .limit(1);
  return row ?? null;
}

/** How many quotes were accepted for a payout, the one of its making included. */
export async function countAccepted(db: Queryable, { merchantId, id }: Key): Promise<number> {
  return db.$count(
    quotes,
    and(eq(quotes.merchantId, merchantId), eq(quotes.payoutId, id), isNotNull(quotes.acceptedAt)),
  );
}

/** One that nobody has accepted yet. */
export async function insertQuote(tx: Tx, row: NewQuote): Promise<Quote> {
  const [inserted] = await tx.insert(quotes).values(row).returning();
  if (!inserted) throw new Error(`The quote ${row.id} was not written`);
  return inserted;
}

/** One that is accepted as it is made, with the payout itself. */
export async function insertAccepted(tx: Tx, payout: LockedPayout, row: NewQuote): Promise<void> {
  await tx.insert(quotes).values({ ...row, payoutId: payout.id, acceptedAt: row.createdAt });
}

export async function acceptLocked(tx: Tx, quote: LockedQuote, payout: LockedPayout, now: Date): Promise<void> {
  await tx.update(quotes).set({ payoutId: payout.id, acceptedAt: now }).where(ofKey(quote));
}

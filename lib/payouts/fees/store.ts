import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { payoutFees } from '@/db/schema';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';

export type PayoutFee = typeof payoutFees.$inferSelect;
export type NewPayoutFee = typeof payoutFees.$inferInsert;

/** Only in the transaction that makes the payout. */
export async function insertPayoutFee(tx: Tx, row: NewPayoutFee): Promise<void> {
  await tx.insert(payoutFees).values(row);
}

/** A payout that goes on in another asset has the fee of that one. */
export async function replacePayoutFee(
  tx: Tx,
  { id }: LockedPayout,
  row: Omit<NewPayoutFee, 'payoutId'> | null,
): Promise<void> {
  await tx.delete(payoutFees).where(eq(payoutFees.payoutId, id));
  if (row) await tx.insert(payoutFees).values({ payoutId: id, ...row });
}

/** What a computed fee was worked out from; null where it is flat. */
export async function findPayoutFee(db: Queryable, { merchantId, id }: Key): Promise<PayoutFee | null> {
  const [row] = await db
    .select()
    .from(payoutFees)
    .where(and(eq(payoutFees.merchantId, merchantId), eq(payoutFees.payoutId, id)));
  return row ?? null;
}

/** What a unit of gas may cost so that sending a payout's claim stays within the ceiling of its fee; null where it has none. */
export async function findMaxGasPrice(db: Queryable, payout: Key): Promise<bigint | null> {
  return (await findPayoutFee(db, payout))?.maxGasPrice ?? null;
}

/** The same for several payouts, by payout; without those that have none. */
export async function selectMaxGasPrices(db: Queryable, payouts: readonly Key[]): Promise<Map<string, bigint>> {
  if (payouts.length === 0) return new Map();
  const rows = await db
    .select({ id: payoutFees.payoutId, maxGasPrice: payoutFees.maxGasPrice })
    .from(payoutFees)
    .where(
      and(
        inArray(payoutFees.merchantId, [...new Set(payouts.map(({ merchantId }) => merchantId))]),
        inArray(
          payoutFees.payoutId,
          payouts.map(({ id }) => id),
        ),
      ),
    );
  return new Map(rows.flatMap(({ id, maxGasPrice }) => (maxGasPrice === null ? [] : [[id, maxGasPrice] as const])));
}

import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { paymentSignings } from '@/db/schema';

/** Which of these signings the wallet answered with a name of its own for the whole batch (EIP-5792). */
export async function selectTakenSignings(db: Queryable, merchantId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: paymentSignings.id })
    .from(paymentSignings)
    .where(
      and(
        ...[eq(paymentSignings.merchantId, merchantId), inArray(paymentSignings.id, [...new Set(ids)])],
        isNotNull(paymentSignings.callsId),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

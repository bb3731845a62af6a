import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { paymentBatches } from '@/db/schema';

/** Which of these signings the wallet answered with a name of its own for the whole batch (EIP-5792). */
export async function selectTakenBatches(db: Queryable, merchantId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: paymentBatches.id })
    .from(paymentBatches)
    .where(
      and(
        ...[eq(paymentBatches.merchantId, merchantId), inArray(paymentBatches.id, [...new Set(ids)])],
        isNotNull(paymentBatches.callsId),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

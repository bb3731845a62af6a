import { count, desc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchants, relayedClaims } from '@/db/schema';

/** Claims of each merchant and chain since a moment, those of them that wait, and what the network took for them. */
export async function selectSpent(db: Queryable, since: Date) {
  const cost = sql<bigint>`coalesce(sum(${relayedClaims.cost}), 0)::text`.mapWith(BigInt);
  const waiting = sql<number>`count(*) filter (where ${relayedClaims.status} = 'queued')`.mapWith(Number);
  const { id, name: merchant } = merchants;
  return db
    .select({ merchant, chain: relayedClaims.chain, claims: count(), waiting, cost })
    .from(relayedClaims)
    .innerJoin(merchants, eq(id, relayedClaims.merchantId))
    .where(gt(relayedClaims.createdAt, since))
    .groupBy(id, merchant, relayedClaims.chain)
    .orderBy(desc(sql`coalesce(sum(${relayedClaims.cost}), 0)`), merchant);
}

import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { relayedClaims } from '@/db/schema';
import { whyNotOffered } from '@/lib/relay/offered';
import type { Payout } from './store';

/** How we send a payout's claim, and what the network took for that so far, in base units of the chain's currency. */
export type RelayedFacts = Pick<typeof relayedClaims.$inferSelect, 'payoutId' | 'status' | 'because'> & {
  cost: bigint;
};

/** The latest claim that we sent, or shall send, of each of these payouts, in one query; the costs are of all of a payout. */
async function latestRelayed(
  db: Queryable,
  merchantId: string,
  payoutIds: string[],
): Promise<Map<string, RelayedFacts>> {
  if (payoutIds.length === 0) return new Map();
  const { payoutId, status, because } = relayedClaims;
  const cost = sql<bigint>`coalesce(sum(${relayedClaims.cost}) over (partition by ${payoutId}), 0)::text`;
  const rows = await db
    .selectDistinctOn([payoutId], { payoutId, status, because, cost: cost.mapWith(BigInt) })
    .from(relayedClaims)
    .where(and(eq(relayedClaims.merchantId, merchantId), inArray(payoutId, payoutIds)))
    .orderBy(payoutId, desc(relayedClaims.id));
  return new Map(rows.map((row) => [row.payoutId, row]));
}

/** How we send each of these payouts of one merchant; what waits without a reason of its own waits for our accounts, if for anything. */
export async function readRelayed(
  db: Queryable,
  merchantId: string,
  rows: readonly Pick<Payout, 'id' | 'chain'>[],
): Promise<Map<string, RelayedFacts>> {
  const found = await latestRelayed(
    db,
    merchantId,
    rows.map(({ id }) => id),
  );
  const waiting = rows.filter(({ id }) => found.get(id)?.status === 'queued');
  const chains = [...new Set(waiting.map(({ chain }) => chain))];
  const reasons = new Map(
    await Promise.all(chains.map(async (chain) => [chain, await whyNotOffered(db, chain)] as const)),
  );
  for (const { id, chain } of waiting) {
    const facts = found.get(id);
    if (facts && !facts.because) found.set(id, { ...facts, because: reasons.get(chain) ?? null });
  }
  return found;
}

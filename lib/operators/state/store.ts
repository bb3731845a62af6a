import { and, asc, count, eq, gt, gte, isNull, lt, min, or, sql, sum } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { chainCursors, deliveries, mails, merchants, payouts, relayedClaims } from '@/db/schema';

/** What of the installation is read for its operators. */

const failing = (condition: ReturnType<typeof gt>) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

export async function readQueues(db: Queryable) {
  const ofMails = db
    .select({ waiting: count(), failing: failing(gt(mails.attempts, 0)), oldest: min(mails.createdAt) })
    .from(mails)
    .where(and(isNull(mails.sentAt), isNull(mails.failedAt)));
  const ofDeliveries = db
    .select({ waiting: count(), failing: failing(gt(deliveries.tries, 0)), oldest: min(deliveries.createdAt) })
    .from(deliveries)
    .where(eq(deliveries.status, 'pending'));
  const ofClaims = db
    .select({ waiting: count(), failing: sql<number>`0`.mapWith(Number), oldest: min(relayedClaims.createdAt) })
    .from(relayedClaims)
    .where(or(eq(relayedClaims.status, 'queued'), eq(relayedClaims.status, 'under_way')));
  const queues = [
    ['Mails', ofMails],
    ['Webhooks', ofDeliveries],
    ['Claims that we send', ofClaims],
  ] as const;
  return Promise.all(
    queues.map(async ([name, query]) => {
      const [row] = await query;
      return { name, waiting: row?.waiting ?? 0, failing: row?.failing ?? 0, oldest: row?.oldest ?? null };
    }),
  );
}

export function selectCursors(db: Queryable) {
  return db.select().from(chainCursors);
}

export type FeePlace = { merchantId: string; chain: string; symbol: string };

/** Fees of payouts that were completed from one moment up to another, by merchant and asset, in order; so many after a place. */
export function selectFees(
  db: Queryable,
  { from, to }: { from: Date; to: Date },
  after: FeePlace | null,
  limit: number,
) {
  const { merchantId, chain, symbol, decimals } = payouts;
  const beyond =
    after && sql`(${merchantId}, ${chain}, ${symbol}) > (${after.merchantId}, ${after.chain}, ${after.symbol})`;
  return db
    .select({
      ...{ merchantId, merchant: merchants.name, chain, symbol, decimals, payouts: count() },
      net: sum(payouts.net).mapWith(BigInt),
      fee: sum(payouts.fee).mapWith(BigInt),
    })
    .from(payouts)
    .innerJoin(merchants, eq(merchants.id, merchantId))
    .where(
      and(
        eq(payouts.status, 'completed'),
        gte(payouts.completedAt, from),
        lt(payouts.completedAt, to),
        beyond ?? undefined,
      ),
    )
    .groupBy(merchantId, merchants.name, chain, symbol, decimals)
    .orderBy(asc(merchantId), asc(chain), asc(symbol), asc(decimals))
    .limit(limit);
}

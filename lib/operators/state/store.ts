import { and, count, eq, gt, isNull, min, or, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { chainCursors, deliveries, deskHours, mails, merchants, payouts, relayedClaims } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

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

export type FeePlace = { merchantId: string; chain: string; symbol: string; decimals: number };
type FeesOf = FeePlace & { merchant: string; chain: ChainKey; payouts: number; net: string; fee: string };

/**
 * Fees of payouts that were completed from one full hour (UTC) up to another, by merchant and asset, in order; so many after a place.
 * Merchant by merchant: hours whose figures the desk keeps, and payouts of the times between them.
 */
export async function selectFees(
  db: Queryable,
  { from, to }: { from: Date; to: Date },
  after: FeePlace | null,
  limit: number,
) {
  const [start, end] = [sql`${from.toISOString()}::timestamptz`, sql`${to.toISOString()}::timestamptz`];
  const beyond =
    after &&
    sql`and m.id >= ${after.merchantId} and (m.id, chain, symbol, decimals) > (${after.merchantId}, ${after.chain}, ${after.symbol}, ${after.decimals})`;
  const rows = await db.execute<FeesOf>(sql`
    select m.id as "merchantId", m.name as merchant, sums.* from ${merchants} m cross join lateral (
      with kept as materialized (
        select hour, figures from ${deskHours} where merchant_id = m.id and hour >= ${start} and hour < ${end}
          and not exists (select from jsonb_array_elements(figures) one where not one ? 'fees')
      ), gaps as (
        select hour as ends, coalesce(lag(hour) over (order by hour) + interval '1 hour', ${start}) as begins
        from (select hour from kept union all select ${end}) marks
      ), paid as (
        select one.* from kept,
          jsonb_to_recordset(figures) as one (chain text, symbol text, decimals int, paid int, units numeric, fees numeric)
        where paid > 0
        union all
        select counted.* from gaps, lateral (
          select chain, symbol, decimals, count(*)::int, sum(net), sum(fee) from ${payouts}
          where merchant_id = m.id and completed_at is not null and completed_at >= begins and completed_at < ends
          group by 1, 2, 3) counted
        where begins < ends
      )
      select chain, symbol, decimals, sum(paid)::int as payouts, sum(units)::text as net, sum(fees)::text as fee
      from paid group by 1, 2, 3
    ) sums
    where exists (select from ${payouts} p where p.merchant_id = m.id and p.completed_at is not null
      and p.completed_at >= ${start} and p.completed_at < ${end}) ${beyond ?? sql``}
    order by m.id, chain, symbol, decimals limit ${limit}`);
  return rows.map((row) => ({ ...row, net: BigInt(row.net), fee: BigInt(row.fee) }));
}

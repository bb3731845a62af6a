import { count, desc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchants, relayedClaims } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { TimeZone } from '@/lib/kernel/time-zone';

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

/** So many of the newest claims say what one uses, and fewer than so many say nothing. */
const measured = { max: 200, min: 20 } as const;

/**
 * The gas that all but the dearest hundredth of the newest paid claims on a chain used, their share of what others charge for
 * data included, as if it were gas; null while too few were paid. Only the send that paid counts: what earlier ones of a claim
 * took is in its cost, too, at other prices.
 */
export async function selectUsedGas(db: Queryable, chain: ChainKey): Promise<bigint | null> {
  const [row] = await db.execute<{ gas: string | null; count: number }>(sql`
    select percentile_disc(0.99) within group (order by used)::text as gas, count(*)::int as count
    from (
      select ceil(least(r.cost, s.cost / (select count(*) from relayed_claims o where o.send_id = s.id)) / s.gas_price) as used
      from relayed_claims r join relay_sends s on s.id = r.send_id
      where r.chain = ${chain} and r.status = 'paid' and r.cost > 0 and s.gas_price > 0
      order by r.id desc limit ${measured.max}
    ) newest`);
  return row?.gas && row.count >= measured.min ? BigInt(row.gas) : null;
}

type Span = { merchantId: string; zone: TimeZone; from: Date; to: Date };

type SpentRow = {
  day: string;
  chain: ChainKey;
  symbol: string;
  decimals: number;
  paid: number;
  waiting: number;
  cost: string;
  fees: string;
  bare: number;
  bareCost: string;
};

/**
 * What a merchant's claims took and brought, by day of the zone, chain and asset, the newest day first. A fee counts once
 * for a payout, with the last claim that paid it; what no fee stands against is counted apart.
 */
export async function selectSpentByDay(db: Queryable, { merchantId, zone, from, to }: Span): Promise<SpentRow[]> {
  return [
    ...(await db.execute<SpentRow>(sql`
      with asked as (
        select to_char(r.created_at at time zone ${zone}, 'YYYY-MM-DD') as day, r.chain, r.status, coalesce(r.cost, 0) as cost,
          p.symbol, p.decimals, case when r.status = 'paid' and p.status = 'completed' and not exists (
            select from relayed_claims n where n.payout_id = r.payout_id and n.status = 'paid' and n.id > r.id
          ) then p.fee else 0 end as fee
        from relayed_claims r join payouts p on p.id = r.payout_id
        where r.merchant_id = ${merchantId} and r.created_at >= ${from.toISOString()}::timestamptz
          and r.created_at < ${to.toISOString()}::timestamptz
      )
      select day, chain, symbol, decimals, count(*) filter (where status = 'paid')::int as paid,
        count(*) filter (where status in ('queued', 'under_way'))::int as waiting,
        sum(cost)::text as cost, sum(fee)::text as fees,
        count(*) filter (where fee = 0 and cost > 0)::int as bare,
        coalesce(sum(cost) filter (where fee = 0), 0)::text as "bareCost"
      from asked group by 1, 2, 3, 4 order by 1 desc, 2, 3`)),
  ];
}

import { and, asc, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deskHours, deskLiabilities, invites, members, merchantLimits, merchants, payouts, stops } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';

/** What operators read about merchants: numbers, and of single payouts no more than how they are. */

export async function findIdByReference(db: Queryable, reference: string): Promise<string | null> {
  const [row] = await db.select({ id: merchants.id }).from(merchants).where(eq(merchants.reference, reference));
  return row?.id ?? null;
}

/** Whom operators invited to it first; null for nobody. */
export async function findFirstInvite(tx: Tx, merchantId: string) {
  const [row] = await tx
    .select()
    .from(invites)
    .where(and(eq(invites.merchantId, merchantId), isNull(invites.invitedBy)))
    .orderBy(asc(invites.id))
    .limit(1);
  return row ?? null;
}

export async function countPeople(db: Queryable, merchantId: string): Promise<number> {
  return db.$count(members, eq(members.merchantId, merchantId));
}

/** The newest first. */
export function selectMerchants(db: Queryable, before: string | undefined, limit: number) {
  return db
    .select()
    .from(merchants)
    .where(before === undefined ? undefined : lt(merchants.id, before))
    .orderBy(desc(merchants.id))
    .limit(limit);
}

export function selectTeamSizes(db: Queryable, ids: readonly string[]) {
  return db
    .select({ merchantId: members.merchantId, people: count() })
    .from(members)
    .where(inArray(members.merchantId, [...ids]))
    .groupBy(members.merchantId);
}

export function selectLimits(db: Queryable, ids: readonly string[]) {
  return db
    .select()
    .from(merchantLimits)
    .where(inArray(merchantLimits.merchantId, [...ids]));
}

/** What stands still of each: its id, whether it makes no new payouts either, and who stopped it. */
export function selectMerchantStops(db: Queryable, ids: readonly string[]) {
  const { id, merchantId, suspends, reason, byKind, byId } = stops;
  return db
    .select({ id, merchantId, suspends, reason, byKind, byId })
    .from(stops)
    .where(and(inArray(stops.merchantId, [...ids]), isNull(stops.liftedAt)));
}

const what = { chain: payouts.chain, symbol: payouts.symbol, decimals: payouts.decimals } as const;

const listed = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );

type PaidOf = { merchantId: string; chain: ChainKey; symbol: string; decimals: number; payouts: number };

/** What was paid since a moment, by merchant and asset: hours whose figures are kept, and payouts of the times between them. */
export async function selectVolumes(db: Queryable, ids: readonly string[], since: Date) {
  const whose = sql`merchant_id in (${listed(ids)})`;
  const start = sql`${since.toISOString()}::timestamptz`;
  const rows = await db.execute<PaidOf & { net: string; fee: string }>(sql`
    with kept as materialized (
      select merchant_id, hour, figures from ${deskHours} where ${whose} and hour >= ${start}
        and not exists (select from jsonb_array_elements(figures) one where not one ? 'fees')
    ), marks as (
      select merchant_id, hour from kept
      union all select id, 'infinity' from ${merchants} where id in (${listed(ids)})
    ), gaps as (
      select merchant_id, hour as ends,
        coalesce(lag(hour) over (partition by merchant_id order by hour) + interval '1 hour', ${start}) as begins
      from marks
    ), paid as (
      select merchant_id, one.* from kept,
        jsonb_to_recordset(figures) as one (chain text, symbol text, decimals int, paid int, units numeric, fees numeric)
      where paid > 0
      union all
      select merchant_id, counted.* from gaps, lateral (
        select chain, symbol, decimals, count(*)::int, sum(net), sum(fee) from ${payouts}
        where merchant_id = gaps.merchant_id and completed_at is not null and completed_at >= begins and completed_at < ends
        group by 1, 2, 3) counted
      where begins < ends
    )
    select merchant_id as "merchantId", chain, symbol, decimals, sum(paid)::int as payouts, sum(units)::text as net,
      sum(fees)::text as fee
    from paid group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
  return rows.map((row) => ({ ...row, net: BigInt(row.net), fee: BigInt(row.fee) }));
}

/** How many are open: of merchants with very many, as a worker counted what waits a short time ago. */
export async function selectOpenCounts(db: Queryable, ids: readonly string[], fresh: Date) {
  const countOf = (status: string) =>
    sql`(select count(*) from ${payouts} p where p.merchant_id = m.id and p.status = ${sql.raw(`'${status}'`)})`;
  const rows = await db.execute<{ merchantId: string; open: number }>(sql`
    select m.id as "merchantId", (${countOf('processing')} + coalesce(
      (select (select coalesce(sum((one ->> 'count')::int), 0) from jsonb_array_elements(figures) one)
        from ${deskLiabilities} l where l.merchant_id = m.id and as_of > ${fresh.toISOString()}::timestamptz),
      ${countOf('awaiting_approval')} + ${countOf('pending')}))::int as open
    from ${merchants} m where m.id in (${listed(ids)})`);
  return [...rows];
}

/** Never to whom, nor what for. */
export function selectSeenPayouts(db: Queryable, merchantId: string, limit: number) {
  return db
    .select({
      ...{ id: payouts.id, status: payouts.status, rail: payouts.rail, ...what },
      ...{ net: payouts.net, createdAt: payouts.createdAt },
    })
    .from(payouts)
    .where(eq(payouts.merchantId, merchantId))
    .orderBy(desc(payouts.id))
    .limit(limit);
}

import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deskHours, deskLiabilities, merchants } from '@/db/schema';
import type { HourFigures, OpenFigures } from '@/db/schema/desk';
import { firstIdAt } from '@/lib/kernel/ids';
import { vaultRails } from '@/lib/rails/traits';
import { ages } from './ages';
import { waitBounds, waitBuckets } from './waiting-times';

export type Span = { merchantId: string; from: Date; to: Date };
export type Hour = { hour: Date; figures: HourFigures[] };

/** Hours of a span whose figures are kept. */
export async function selectHours(db: Queryable, { merchantId, from, to }: Span): Promise<Hour[]> {
  return db
    .select({ hour: deskHours.hour, figures: deskHours.figures })
    .from(deskHours)
    .where(and(eq(deskHours.merchantId, merchantId), gte(deskHours.hour, from), lt(deskHours.hour, to)))
    .orderBy(asc(deskHours.hour));
}

type CountedRow = {
  hour: string;
  chain: HourFigures['chain'];
  symbol: string;
  decimals: number;
  created: number;
  paid: number;
  units: string;
  fees: string;
  waits: number[];
  drawn: HourFigures['drawn'];
};

/** Figures of a span from the payouts themselves, by hour, the first of which may begin late; hours without any are left out. */
export async function countHours(db: Queryable, { merchantId, from, to }: Span): Promise<Hour[]> {
  const [first, last] = [firstIdAt('payout', from.getTime()), firstIdAt('payout', to.getTime())];
  const start = sql`${from.toISOString()}::timestamptz`;
  const bounds = sql.raw(`array[${waitBounds.join(', ')}]::float8[]`);
  const buckets = sql.raw(
    Array.from({ length: waitBuckets }, (_, bucket) => `count(*) filter (where bucket = ${bucket})`).join(', '),
  );
  const rows = await db.execute<CountedRow>(sql`
    with made as (
      select greatest(date_trunc('hour', created_at, 'UTC'), ${start}) as hour, chain, symbol, decimals, count(*)::int as created
      from payouts where merchant_id = ${merchantId} and id >= ${first} and id < ${last} group by 1, 2, 3, 4
    ), done as (
      select greatest(date_trunc('hour', completed_at, 'UTC'), ${start}) as hour, chain, symbol, decimals, net, fee, completed_at,
        case when rail in ${vaultRails()} then gross end as drawn,
        width_bucket(extract(epoch from completed_at - created_at)::float8, ${bounds}) as bucket
      from payouts where merchant_id = ${merchantId} and completed_at is not null
        and completed_at >= ${start} and completed_at < ${to.toISOString()}::timestamptz
    ), paid as (
      select hour, chain, symbol, decimals, count(*)::int as paid, sum(net)::text as units, sum(fee)::text as fees, array[${buckets}]::int[] as waits,
        case when count(drawn) > 0 then json_build_object('units', sum(drawn)::text, 'first', min(completed_at) filter (where drawn is not null)) end as drawn
      from done group by 1, 2, 3, 4
    )
    select to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as hour, chain, symbol, decimals,
      coalesce(created, 0) as created, coalesce(paid, 0) as paid, coalesce(units, '0') as units, coalesce(fees, '0') as fees,
      coalesce(waits, '{}') as waits, drawn
    from made full join paid using (hour, chain, symbol, decimals) order by 1, 2, 3`);
  const hours = new Map<string, HourFigures[]>();
  for (const { hour, ...figures } of rows) hours.set(hour, [...(hours.get(hour) ?? []), figures]);
  return [...hours].map(([hour, figures]) => ({ hour: new Date(hour), figures }));
}

/** Until the transaction ends, no payment of the merchant is taken back. */
export async function lockHours(tx: Tx, merchantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('desk_hours ' || ${merchantId}, 0))`);
}

export async function insertHours(tx: Tx, merchantId: string, hours: Hour[]): Promise<void> {
  if (hours.length === 0) return;
  await tx
    .insert(deskHours)
    .values(hours.map((hour) => ({ merchantId, ...hour })))
    .onConflictDoNothing();
}

/** What is further back than anybody looks. */
export async function deleteHours(tx: Tx, merchantId: string, before: Date): Promise<void> {
  await tx.delete(deskHours).where(and(eq(deskHours.merchantId, merchantId), lt(deskHours.hour, before)));
}

export async function selectMerchantIds(db: Queryable): Promise<string[]> {
  return (await db.select({ id: merchants.id }).from(merchants).orderBy(asc(merchants.id))).map((row) => row.id);
}

const open = sql.raw(`status in ('awaiting_approval', 'pending')`);

/** How many payouts are promised and not claimed, counted up to a limit. */
export async function countOpen(db: Queryable, merchantId: string, limit: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from payouts where merchant_id = ${merchantId} and ${open} limit ${limit}) as few`);
  return row?.count ?? 0;
}

export async function sumOpen(db: Queryable, merchantId: string, now: Date): Promise<OpenFigures[]> {
  const since = ages.slice(1).map(({ fromDays }) => firstIdAt('payout', now.getTime() - fromDays * 86_400_000));
  const older = sql.join(
    since.map((id) => sql`(id < ${id})::int`),
    sql` + `,
  );
  const rows = await db.execute<OpenFigures>(sql`
    select chain, symbol, decimals, ${older} as age, count(*)::int as count, sum(gross)::text as units
    from payouts where merchant_id = ${merchantId} and ${open} group by 1, 2, 3, 4 order by 1, 2, 4`);
  return [...rows];
}

export async function findLiabilities(db: Queryable, merchantId: string) {
  const [row] = await db.select().from(deskLiabilities).where(eq(deskLiabilities.merchantId, merchantId));
  return row ?? null;
}

export async function saveLiabilities(db: Queryable, row: typeof deskLiabilities.$inferInsert): Promise<void> {
  const { figures, asOf } = row;
  await db
    .insert(deskLiabilities)
    .values(row)
    .onConflictDoUpdate({ target: deskLiabilities.merchantId, set: { figures, asOf } });
}

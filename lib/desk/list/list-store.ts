import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchantAssets, payouts } from '@/db/schema';
import { type ChainKey, chainKeys, type PayoutStatus, type RailId, refillable } from '@/db/vocabulary';
import type { Payout } from '@/lib/payouts/store';
import { handRails } from '@/lib/rails/traits';
import type { PayoutNeed } from './schema';
import type { Search } from './search';

/** How many payouts one page looks through at most, so that a rare filter costs no more than a common one. */
export const maxLookedAt = 20_000;
/** Of one recipient or one state that few payouts are in. */
const maxCandidates = 5_000;

export type Wanted = {
  merchantId: string;
  search: Search | null;
  status?: PayoutStatus;
  needs?: PayoutNeed;
  rail?: RailId;
  chain?: ChainKey;
  symbol?: string;
  /** Decimal text, compared exactly. */
  least?: string;
  most?: string;
  /** Ids of payouts made in a range of time: `from` inclusive, `to` exclusive. */
  from?: string;
  to?: string;
  /** Payouts that are processing since before this are stuck. */
  overdueBefore: Date;
};

/** Where a page begins, exclusive, and to which side it goes. */
export type Place = { key: string | null; forward: boolean };

type Walk = { order: 'newest' | 'reference'; base: SQL[]; filters: SQL[] };

/** Of a payout `p`: by hand, and no wallet was asked for it whose answer is still open. */
export const toBePaid = sql`p.rail in ${handRails()} and p.status = 'pending' and not exists (
  select from transfers t where t.payout_id = p.id and t.status in ('prepared', 'submitted', 'confirming', 'unknown')
    and (t.status <> 'prepared' or t.asked_at is not null))`;

/** A closed list of words as SQL. */
const words = (list: readonly string[]) =>
  sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  );

const needed: Record<Exclude<PayoutNeed, 'stuck' | 'unknown'>, SQL> = {
  approval: sql`p.status = 'awaiting_approval'`,
  payment: toBePaid,
  funds: sql`p.obstacle is not null and p.obstacle in (${words(refillable)}) and p.status = 'pending'`,
  blocked: sql`p.obstacle is not null and p.obstacle not in (${words(refillable)}) and p.status = 'pending'`,
  failed: sql`p.status = 'failed'`,
};

/** Ids of payouts that a narrow index leads to, newest first. */
function candidates(wanted: Wanted, place: Place): SQL | null {
  const { merchantId, search, needs } = wanted;
  const beyond = (column: SQL) =>
    place.key === null ? sql`true` : place.forward ? sql`${column} < ${place.key}` : sql`${column} > ${place.key}`;
  const sorted = place.forward ? sql`desc` : sql`asc`;
  const ofTransfers = (condition: SQL) => sql`(
    select payout_id as id from transfers where merchant_id = ${merchantId} and ${condition} and ${beyond(sql`payout_id`)}
    order by payout_id ${sorted} limit ${maxCandidates})`;
  const ofPayouts = (condition: SQL) => sql`(
    select id from payouts where merchant_id = ${merchantId} and ${condition} and ${beyond(sql`id`)}
    order by id ${sorted} limit ${maxCandidates})`;
  switch (search?.by) {
    case 'id':
      return search.value.startsWith('tr_')
        ? ofTransfers(sql`id = ${search.value}`)
        : ofPayouts(sql`id = ${search.value}`);
    case 'hash': {
      const chains = sql.raw(chainKeys.map((chain) => `'${chain}'`).join(', '));
      return ofTransfers(sql`hash = ${search.value} and chain in (${chains})`);
    }
    case 'address':
      return sql`(${ofPayouts(sql`recipient_address = ${search.value}`)}
        union ${ofTransfers(sql`recipient = ${search.value}`)} order by id ${sorted} limit ${maxCandidates})`;
    case 'email':
      return ofPayouts(sql`lower(recipient_email) = ${search.value} and recipient_email is not null`);
  }
  return needs === 'unknown' ? ofTransfers(sql`status = 'unknown'`) : null;
}

function walkOf(wanted: Wanted, place: Place): Walk {
  const { search, status, needs, rail, chain, symbol, least, most, from, to } = wanted;
  const base = [sql`p.merchant_id = ${wanted.merchantId}`];
  const filters: SQL[] = [];
  const narrow = candidates(wanted, place);
  const byReference = narrow === null && search?.by === 'reference';
  if (narrow) base.push(sql`p.id = any(array(${narrow}))`);
  if (byReference) base.push(...beginningWith(search.value));
  // With an index of its own a condition bounds the walk; otherwise it picks from what the walk meets.
  const indexed = narrow || byReference ? filters : base;
  if (status) indexed.push(sql`p.status = ${sql.raw(`'${status}'`)}`);
  if (needs === 'stuck') {
    indexed.push(sql`p.status = 'processing'`);
    filters.push(sql`p.updated_at < ${wanted.overdueBefore.toISOString()}::timestamptz`);
  } else if (needs === 'unknown') {
    if (search) filters.push(sql`exists (select from transfers t where t.payout_id = p.id and t.status = 'unknown')`);
  } else if (needs) indexed.push(needed[needs]);
  const dated = byReference ? filters : base;
  if (from) dated.push(sql`p.id >= ${from}`);
  if (to) dated.push(sql`p.id < ${to}`);
  const asked = sql`(case when p.fee_payer = 'recipient' then p.gross else p.net end)`;
  if (search?.by === 'text') {
    // Both by the database's own rule, so that what it does not know to be one letter is found as it is written.
    const holds = (column: SQL) => sql`position(lower(${search.value}) in lower(${column})) > 0`;
    filters.push(sql`(${holds(sql`p.reference`)} or ${holds(sql`p.description`)})`);
  }
  if (rail) filters.push(sql`p.rail = ${rail}`);
  if (chain) filters.push(sql`p.chain = ${chain}`);
  if (symbol) filters.push(sql`p.symbol = ${symbol}`);
  if (least) filters.push(sql`${asked} >= ${least}::numeric * power(10::numeric, p.decimals)`);
  if (most) filters.push(sql`${asked} <= ${most}::numeric * power(10::numeric, p.decimals)`);
  return { order: byReference ? 'reference' : 'newest', base, filters };
}

/** By bytes, as the index is; the last code point closes the range. */
function beginningWith(prefix: string): SQL[] {
  return [sql`p.reference ~>=~ ${prefix}`, sql`p.reference ~<~ ${`${prefix}\u{10FFFF}`}`];
}

function ordering({ order }: Walk, { key, forward }: Place): { column: SQL; sorted: SQL; beyond: SQL } {
  if (order === 'newest') {
    const beyond = forward ? sql`p.id < ${key}` : sql`p.id > ${key}`;
    return {
      column: sql`p.id`,
      sorted: forward ? sql`p.id desc` : sql`p.id`,
      beyond: key === null ? sql`true` : beyond,
    };
  }
  const beyond = forward ? sql`p.reference ~>~ ${key}` : sql`p.reference ~<~ ${key}`;
  const sorted = forward ? sql`p.reference using ~<~` : sql`p.reference using ~>~`;
  return { column: sql`p.reference`, sorted, beyond: key === null ? sql`true` : beyond };
}

export type Step = {
  order: Walk['order'];
  /** In the direction that was asked for. */
  found: { id: string; key: string }[];
  /** Where the walk stopped because it had looked at enough; null when it filled the page or came to the end. */
  stoppedAt: { id: string; key: string } | null;
};

/** Ids of one page and where it stopped: walks an index, at most `mostLookedAt` payouts far. */
export async function walk(db: Queryable, wanted: Wanted, place: Place, limit: number): Promise<Step> {
  const plan = walkOf(wanted, place);
  const { column, sorted, beyond } = ordering(plan, place);
  const base = sql.join([...plan.base, beyond], sql` and `);
  const picked = plan.filters.length > 0 ? sql.join(plan.filters, sql` and `) : sql`true`;
  const found = await db.execute<{ id: string; key: string }>(sql`
    select p.id, ${column} as key
    from (select p.* from payouts p where ${base} order by ${sorted} limit ${maxLookedAt}) p
    where ${picked} order by ${sorted} limit ${limit}`);
  if (found.length === limit || plan.filters.length === 0)
    return { order: plan.order, found: [...found], stoppedAt: null };
  const [last] = await db.execute<{ id: string; key: string }>(sql`
    select p.id, ${column} as key from payouts p where ${base} order by ${sorted} limit 1 offset ${maxLookedAt - 1}`);
  return { order: plan.order, found: [...found], stoppedAt: last ?? null };
}

export async function selectByIds(
  db: Queryable,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, Payout>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function selectAssetSymbols(db: Queryable, merchantId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ symbol: merchantAssets.symbol })
    .from(merchantAssets)
    .where(eq(merchantAssets.merchantId, merchantId))
    .orderBy(asc(merchantAssets.symbol));
  return rows.map((row) => row.symbol);
}

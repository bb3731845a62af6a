import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchantAssets, payouts } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import {
  type PayoutDelivery,
  type PayoutStatus,
  payoutStatuses,
  type RailId,
  refillable,
} from '@/db/vocabulary/payouts';
import { knownChains } from '@/lib/chains/registry';
import type { Payout } from '@/lib/payouts/store';
import { handRails } from '@/lib/rails/traits';
import type { PayoutNeed, PayoutSort } from './schema';
import type { Search } from './search';
import { byCreation, isByAmount, type Place, walkBy } from './sort-store';

/** How many payouts one page looks through at most, so that a rare filter costs no more than a common one. */
export const maxLookedAt = 20_000;
/** Of one recipient or one state that few payouts are in. */
const maxCandidates = 5_000;

export type ListFilter = {
  merchantId: string;
  sort?: PayoutSort;
  search: Search | null;
  status?: PayoutStatus;
  needs?: PayoutNeed;
  rail?: RailId;
  delivery?: PayoutDelivery;
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

/** `merged`: the order's index begins with the status, of which none is asked for. */
type Walk = { base: SQL[]; filters: SQL[]; merged: boolean };

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

/** Ids of payouts that a narrow index leads to: a page's worth of them, or all where an order of theirs is not the index's. */
function candidates(wanted: ListFilter, place: Place): SQL | null {
  const { merchantId, search, needs } = wanted;
  const { falls, mark } = byCreation(place);
  const nearest = (column: SQL) =>
    falls === null ? sql`` : sql`order by ${column} ${falls ? sql`desc` : sql`asc`} limit ${maxCandidates}`;
  const near = (column: SQL) =>
    mark === null ? nearest(column) : sql`and ${column} ${falls ? sql`<` : sql`>`} ${mark} ${nearest(column)}`;
  const ofTransfers = (condition: SQL) => sql`(
    select payout_id as id from transfers where merchant_id = ${merchantId} and ${condition} ${near(sql`payout_id`)})`;
  const ofPayouts = (condition: SQL) => sql`(
    select id from payouts where merchant_id = ${merchantId} and ${condition} ${near(sql`id`)})`;
  switch (search?.by) {
    case 'id':
      return search.value.startsWith('tr_')
        ? ofTransfers(sql`id = ${search.value}`)
        : ofPayouts(sql`id = ${search.value}`);
    case 'hash': {
      const chains = sql.raw(
        knownChains()
          .map(({ key }) => `'${key}'`)
          .join(', '),
      );
      return ofTransfers(sql`hash = ${search.value} and chain in (${chains})`);
    }
    case 'address':
      return sql`(${ofPayouts(sql`recipient_address = ${search.value}`)}
        union ${ofTransfers(sql`recipient = ${search.value}`)} ${nearest(sql`id`)})`;
    case 'email':
      return ofPayouts(sql`lower(recipient_email) = ${search.value} and recipient_email is not null`);
  }
  return needs === 'unknown' ? ofTransfers(sql`status = 'unknown'`) : null;
}

function walkOf(wanted: ListFilter, place: Place): Walk {
  const { search, status, needs, rail, delivery, chain, symbol, least, most, from, to } = wanted;
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
  if (delivery) filters.push(sql`p.delivery = ${delivery}`);
  if (chain) filters.push(sql`p.chain = ${chain}`);
  if (symbol) filters.push(sql`p.symbol = ${symbol}`);
  if (least) filters.push(sql`${asked} >= ${least}::numeric * power(10::numeric, p.decimals)`);
  if (most) filters.push(sql`${asked} <= ${most}::numeric * power(10::numeric, p.decimals)`);
  const ofOneStatus =
    narrow !== null || (!byReference && (status !== undefined || (needs !== undefined && needs !== 'unknown')));
  return { base, filters, merged: isByAmount(place) && !ofOneStatus };
}

/** By bytes, as the index is; the last code point closes the range. */
function beginningWith(prefix: string): SQL[] {
  return [sql`p.reference ~>=~ ${prefix}`, sql`p.reference ~<~ ${`${prefix}\u{10FFFF}`}`];
}

/** A payout and what it is sorted by, as a cursor holds it. */
type Row = { id: string; key: string[] };

export type Step = {
  /** In the direction that was asked for. */
  found: Row[];
  /** Where the walk stopped because it had looked at enough; null when it filled the page or came to the end. */
  stoppedAt: Row | null;
};

/** What reads one page, and what tells where it stops. */
export function pageQuery(wanted: ListFilter, place: Place, limit: number): { page: SQL; stop: SQL | null } {
  const plan = walkOf(wanted, place);
  const { keys, sorted, beyond, named } = walkBy(place);
  const walked = (part: SQL, ...status: SQL[]) =>
    sql`(select p.*, ${keys} from payouts p where ${sql.join([...plan.base, beyond, ...status], sql` and `)} order by ${sorted} ${part})`;
  // Each status in its order, as its index has it, then all of them together.
  const ofEach = payoutStatuses.map((status) =>
    walked(sql`limit ${maxLookedAt}`, sql`p.status = ${sql.raw(`'${status}'`)}`),
  );
  const merged = (part: SQL) =>
    sql`(select * from (${sql.join(ofEach, sql` union all `)}) p order by ${named.sorted} ${part})`;
  const from = (part: SQL) => sql`select id, ${named.key} as key from ${plan.merged ? merged(part) : walked(part)} p`;
  const picked = plan.filters.length > 0 ? sql.join(plan.filters, sql` and `) : sql`true`;
  return {
    page: sql`${from(sql`limit ${maxLookedAt}`)} where ${picked} order by ${named.sorted} limit ${limit}`,
    stop: plan.filters.length > 0 ? from(sql`limit 1 offset ${maxLookedAt - 1}`) : null,
  };
}

/** Ids of one page and where it stopped: walks an index, at most `mostLookedAt` payouts far. */
export async function walk(db: Queryable, wanted: ListFilter, place: Place, limit: number): Promise<Step> {
  const { page, stop } = pageQuery(wanted, place, limit);
  const found = [...(await db.execute<Row>(page))];
  if (found.length === limit || !stop) return { found, stoppedAt: null };
  const [last] = await db.execute<Row>(stop);
  return { found, stoppedAt: last ?? null };
}

/** Whether a payout has just this reference. */
export async function hasReference(db: Queryable, merchantId: string, reference: string): Promise<boolean> {
  const itself = and(eq(payouts.merchantId, merchantId), eq(payouts.reference, reference));
  return (await db.select({ id: payouts.id }).from(payouts).where(itself)).length > 0;
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

import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { assets, entries, payouts, postings } from '@/db/schema';
import type { AccountKind, PostingKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';

/** How many postings one page looks through at most, so that a rare filter costs no more than a common one. */
export const maxLookedAt = 20_000;

export type LineFilter = {
  merchantId: string;
  account?: AccountKind;
  kind?: PostingKind;
  chain?: ChainKey;
  symbol?: string;
  payout?: string;
  /** Ids of postings made in a range of time: `from` inclusive, `to` exclusive. */
  from?: string;
  to?: string;
};

/**
 * What of a posting is asked for: all of its lines are of its own asset. Of an account there is one look for each posting, in their
 * order: a page that is full soon never makes the planner read the lines of all that it may look at.
 */
function pickedBy({ account, kind, chain, symbol }: LineFilter): SQL[] {
  const touches = (word: string) =>
    sql`(select true from entries e where e.posting_id = p.id and ${word} in (e.credit, e.debit) limit 1)`;
  return [
    ...(kind && isOfClaim(kind) ? [sql`p.kind = ${kind}`] : []),
    ...(chain ? [sql`p.chain = ${chain}`] : []),
    ...(symbol ? [sql`p.symbol = ${symbol}`] : []),
    ...(account ? [touches(account)] : []),
  ];
}

/** Kinds that every claim makes; all others have an index of their own. */
const ofClaims: readonly PostingKind[] = ['reserve', 'settle'];
const isOfClaim = (kind: PostingKind) => ofClaims.includes(kind);

/** So few lines of an asset are looked up one by one. */
const fewLines = 2_000;

/**
 * The postings of a network or a symbol of which there are few lines; null where there are many, which a walk meets soon. Ranges
 * in the order of the index: of an equality the planner believes that any line may fit, and reads all lines where none does.
 */
async function findFewOfAsset(db: Queryable, { merchantId, chain, symbol }: LineFilter): Promise<string[] | null> {
  const named = sql.join(
    [...(chain ? [sql`chain = ${chain}`] : []), ...(symbol ? [sql`symbol = ${symbol}`] : [])],
    sql` and `,
  );
  const rows = await db.execute<{ id: string }>(sql`
    select posting_id as id from (select id from assets where ${named}) a, lateral (
      select posting_id from entries where (merchant_id, asset) >= (${merchantId}, a.id) and (merchant_id, asset) <= (${merchantId}, a.id)
      order by merchant_id, asset, id limit ${fewLines + 1}) e
    limit ${fewLines + 1}`);
  return rows.length > fewLines ? null : [...new Set(rows.map(({ id }) => id))];
}

/** Accounts that no claim touches: few lines in most books, so they have indexes of their own. */
const seldom: readonly AccountKind[] = ['external', 'own_wallets', 'owed', 'suspense'];
const seldomWords = sql.raw(`(${seldom.map((word) => `'${word}'`).join(', ')})`);

/** The newest postings, as many as a page looks at, with a line of an account that is seldom touched. */
function ofSeldomAccount({ merchantId, account }: LineFilter, range: (id: SQL) => SQL[], lookAt: number): SQL {
  const side = (column: SQL) => {
    const wanted = [sql`merchant_id = ${merchantId}`, sql`${column} = ${account}`, sql`${column} in ${seldomWords}`];
    const where = sql.join([...wanted, ...range(sql`posting_id`)], sql` and `);
    return sql`(select distinct posting_id from entries where ${where} order by posting_id desc limit ${lookAt})`;
  };
  return sql`p.id in (${side(sql`debit`)} union all ${side(sql`credit`)})`;
}

export type Step = {
  ids: string[];
  /** Where the walk stopped because it had looked at enough; null when it filled the page or came to the end. */
  stoppedAt: string | null;
};

/** Ids of one page of postings, the newest first: walks an index, at most `mostLookedAt` far. */
export async function walkPostings(
  db: Queryable,
  wanted: LineFilter,
  after: string | null,
  limit: number,
  lookAt = maxLookedAt,
): Promise<Step> {
  const { merchantId, account, kind, chain, symbol, payout, from, to } = wanted;
  const range = (id: SQL) => [
    ...(after ? [sql`${id} < ${after}`] : []),
    ...(from ? [sql`${id} >= ${from}`] : []),
    ...(to ? [sql`${id} < ${to}`] : []),
  ];
  const base = [sql`p.merchant_id = ${merchantId}`, ...range(sql`p.id`)];
  if (account !== undefined && seldom.includes(account)) base.push(ofSeldomAccount(wanted, range, lookAt));
  if (kind && !isOfClaim(kind)) base.push(sql`p.kind = ${kind}`, sql`p.kind not in ('reserve', 'settle')`);
  const few = chain || symbol ? await findFewOfAsset(db, wanted) : null;
  if (few?.length === 0) return { ids: [], stoppedAt: null };
  if (few) base.push(sql`p.id in ${few}`);
  if (payout) {
    base.push(sql`p.payout_id in (
      select id from payouts where merchant_id = ${merchantId} and id = ${payout}
      union select id from payouts where merchant_id = ${merchantId} and reference = ${payout})`);
  }
  const picked = pickedBy(wanted);
  const walked = sql`from postings p where ${sql.join(base, sql` and `)} order by p.id desc`;
  const rows = await db.execute<{ id: string }>(sql`
    select p.id from (select p.id, p.kind, p.chain, p.symbol ${walked} limit ${lookAt}) p
    where ${picked.length > 0 ? sql.join(picked, sql` and `) : sql`true`} order by p.id desc limit ${limit}`);
  const ids = rows.map(({ id }) => id);
  if (ids.length === limit || picked.length === 0) return { ids, stoppedAt: null };
  const [last] = await db.execute<{ id: string }>(sql`select p.id ${walked} limit 1 offset ${lookAt - 1}`);
  return { ids, stoppedAt: last?.id ?? null };
}

export type LineRow = Awaited<ReturnType<typeof selectLines>>[number];

/** The lines of these postings that are asked for, the newest posting first, each with its payout's reference. */
export async function selectLines(db: Queryable, wanted: LineFilter, postingIds: readonly string[]) {
  if (postingIds.length === 0) return [];
  const { merchantId, account, chain, symbol } = wanted;
  return db
    .select({ line: entries, posting: postings, reference: payouts.reference, decimals: assets.decimals })
    .from(entries)
    .innerJoin(assets, eq(assets.id, entries.asset))
    .innerJoin(postings, eq(postings.id, entries.postingId))
    .leftJoin(payouts, and(eq(payouts.id, postings.payoutId), eq(payouts.merchantId, merchantId)))
    .where(
      and(
        eq(entries.merchantId, merchantId),
        inArray(entries.postingId, [...postingIds]),
        account && sql`${account} in (${entries.credit}, ${entries.debit})`,
        chain && eq(entries.chain, chain),
        symbol === undefined ? undefined : eq(entries.symbol, symbol),
      ),
    )
    .orderBy(desc(entries.postingId), entries.id);
}

/** One posting with what took it back, if anything did; null when it is not this merchant's. */
export async function findPostingOf(db: Queryable, merchantId: string, id: string) {
  const [row] = await db
    .select()
    .from(postings)
    .where(and(eq(postings.merchantId, merchantId), eq(postings.id, id)));
  if (!row) return null;
  const [reversal] = await db
    .select({ id: postings.id })
    .from(postings)
    .where(and(eq(postings.merchantId, merchantId), eq(postings.reverses, id)))
    .limit(1);
  const [payout] = row.payoutId
    ? await db
        .select({ id: payouts.id, reference: payouts.reference })
        .from(payouts)
        .where(and(eq(payouts.merchantId, merchantId), eq(payouts.id, row.payoutId)))
    : [];
  return { ...row, payout: payout ?? null, reversedBy: reversal?.id ?? null };
}

export type AccountRow = {
  chain: ChainKey | null;
  symbol: string;
  decimals: number;
  account: AccountKind;
  amount: bigint;
};

/** What every account of a merchant holds now: rolled-up sums and the newest lines together. */
export async function selectAccounts(db: Queryable, merchantId: string): Promise<AccountRow[]> {
  const rows = await db.execute<Omit<AccountRow, 'amount'> & { amount: string }>(sql`
    with mark as (select rolled_to from balance_mark where key = 'entries'), lines as (
      select e.* from entries e, mark where e.merchant_id = ${merchantId} and e.written_in >= mark.rolled_to
    ), sides as (
      select asset, debit as account, amount from lines
      union all select asset, credit, -amount from lines
      union all select asset, account, amount from balances where merchant_id = ${merchantId}
    ), sums as (select asset, account, sum(amount)::text as amount from sides group by 1, 2)
    select chain, symbol, decimals, account, amount from sums join assets on assets.id = asset order by 1, 2, 4`);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

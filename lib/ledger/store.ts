import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Part } from '@/db/as-one';
import { insertSet } from '@/db/as-set';
import type { Queryable, Tx } from '@/db/client';
import { assets, entries, postings } from '@/db/schema';
import type { AccountKind, PostingKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import { assetId } from './asset-id';
import { logOf, nameOfLog, type Origin } from './origin';
import type { Promised } from './promise';

/**
 * Writes postings with their lines in one statement, and locks no account: a balance is the sum of lines. Answers the ids of those
 * that were not booked before; of the others no line is written.
 */
export async function insertPostings(
  tx: Tx,
  rows: readonly (typeof postings.$inferInsert)[],
  lines: readonly (typeof entries.$inferInsert)[],
): Promise<Set<string>> {
  const booked = sql`${insertSet(postings, rows)} on conflict do nothing returning id`;
  const made = await tx.execute<{ id: string }>(
    lines.length === 0
      ? booked
      : sql`with booked as (${booked}), written as (
          ${insertSet(entries, lines)} where r.posting_id in (select id from booked)
        ) select id from booked`,
  );
  return new Set(made.map(({ id }) => id));
}

/** Postings that were not booked before, each with lines, as parts of one statement. */
export function postingParts(
  rows: readonly (typeof postings.$inferInsert)[],
  lines: readonly (typeof entries.$inferInsert)[],
): Part[] {
  const booked = sql`${insertSet(postings, rows)} on conflict do nothing`;
  const written = sql`${insertSet(entries, lines)} where r.posting_id in (select id from booked)`;
  return [
    { name: 'booked', statement: booked, returning: sql`id`, rows: rows.length },
    { name: 'written', statement: written, rows: lines.length },
  ];
}

/** The posting with its lines. */
export async function findPosting(db: Queryable, id: string) {
  const [posting] = await db.select().from(postings).where(eq(postings.id, id));
  if (!posting) return null;
  const lines = await db.select().from(entries).where(eq(entries.postingId, id));
  return { ...posting, lines };
}

/** What was booked last of an origin. */
export type Round = { id: string; round: number; reversed: boolean };

/** Written out, since drizzle leaves the table away in what a query of one table selects. */
const isReversed = sql<boolean>`exists (select from postings r where r.reverses = "postings"."id")`;

/** What is booked of this log: a settlement by the log alone, since one log settles one payout, whichever. */
function isOrigin(kind: PostingKind, { chain, subject, log }: Origin): SQL | undefined {
  const ofSubject = and(eq(postings.subjectKind, subject.kind), eq(postings.subjectId, subject.id));
  if (!log) return and(eq(postings.kind, kind), ofSubject, isNull(postings.hash), isNull(postings.reverses));
  return and(
    ...[eq(postings.kind, kind), sql`${postings.chain} = ${chain}`, kind === 'settle' ? undefined : ofSubject],
    ...[eq(postings.hash, log.hash), eq(postings.logIndex, log.logIndex), eq(postings.blockHash, log.blockHash)],
  );
}

/** The newest round of what was booked of an origin; null where nothing ever was. */
export async function findNewest(db: Queryable, kind: PostingKind, origin: Origin): Promise<Round | null> {
  const [row] = await db
    .select({ id: postings.id, round: postings.round, reversed: isReversed })
    .from(postings)
    .where(isOrigin(kind, origin))
    .orderBy(desc(postings.round))
    .limit(1);
  return row ?? null;
}

/** By the names of their logs and holders, what of these transfers was ever booked as this kind, in whichever round. */
export async function selectBookedPlaces(
  db: Queryable,
  kind: PostingKind,
  chain: ChainKey,
  hashes: readonly string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const { subjectId, blockNumber, blockHash, hash, logIndex } = postings;
  const rows = await db
    .select({ subjectId, blockNumber, blockHash, hash, logIndex })
    .from(postings)
    .where(and(eq(postings.kind, kind), eq(postings.chain, chain), inArray(hash, [...new Set(hashes)])));
  return new Set(
    rows.flatMap((row) => {
      const log = logOf(row);
      return log ? [nameOfLog(chain, log, row.subjectId)] : [];
    }),
  );
}

/** Deposits and outflows that were booked from blocks above a number, those taken back too. */
export async function selectMovesAbove(db: Queryable, chain: ChainKey, block: bigint) {
  return db
    .select({ id: postings.id })
    .from(postings)
    .where(
      and(inArray(postings.kind, ['deposit', 'outflow']), eq(postings.chain, chain), gt(postings.blockNumber, block)),
    );
}

export type Asset = { chain: ChainKey | null; symbol: string };
type BalanceKey = Asset & { merchantId: string; account: AccountKind };

/** Rolled-up sum plus the lines written since; debits add, credits take away. */
export async function selectBalance(db: Queryable, key: BalanceKey): Promise<bigint> {
  const rows = await db.execute<{ amount: string }>(sql`
    with mark as (select rolled_to from balance_mark where key = 'entries')
    select (
      coalesce((select amount from balances where merchant_id = ${key.merchantId} and asset = ${assetId(key)}
                and account = ${key.account}), 0)
      + coalesce((select sum(case when debit = ${key.account} then amount else -amount end) from entries, mark
                  where merchant_id = ${key.merchantId} and asset = ${assetId(key)}
                  and written_in >= mark.rolled_to and ${key.account} in (debit, credit)), 0)
    )::text as amount`);
  return BigInt(rows[0]?.amount ?? '0');
}

/** Adds all lines whose writers have surely ended to `balances`; returns how many. One caller at a time (row lock). */
export async function rollUp(tx: Tx): Promise<number> {
  const [mark] = await tx.execute<{ rolled_to: string }>(sql`
    select rolled_to::text from balance_mark where key = 'entries' for update`);
  // A statement of its own: the snapshot of one that waited for the lock is older than what was rolled up meanwhile.
  const [now] = await tx.execute<{ horizon: string }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`);
  if (!mark || !now || mark.rolled_to === now.horizon) return 0;
  if (BigInt(mark.rolled_to) > BigInt(now.horizon)) {
    throw new Error(
      'The balances come from another database cluster (a restore?): see "After a restore" in the runbook',
    );
  }
  const lines = sql`select * from entries where written_in >= ${mark.rolled_to}::bigint and written_in < ${now.horizon}::bigint`;
  const [counted] = await tx.execute<{ count: string }>(sql`
    with lines as (${lines}), sides as (
      select merchant_id, chain, symbol, debit as account, amount from lines
      union all select merchant_id, chain, symbol, credit, -amount from lines
    ), sums as (select merchant_id, chain, symbol, account, sum(amount) as amount from sides group by 1, 2, 3, 4
    ), rolled as (
      insert into balances (merchant_id, chain, symbol, account, amount) select * from sums order by 1, 2, 3, 4
      on conflict (merchant_id, asset, account) do update set amount = balances.amount + excluded.amount
      returning 1
    ) select (select count(*) from lines)::text as count, (select count(*) from rolled) as rolled`);
  await tx.execute(sql`update balance_mark set rolled_to = ${now.horizon}::bigint where key = 'entries'`);
  return Number(counted?.count ?? 0);
}

export type Recomputed = {
  chain: ChainKey | null;
  symbol: string;
  decimals: number;
  account: AccountKind;
  rolled: bigint;
  summed: bigint;
};

/** Every rolled-up balance of a merchant beside the sum of the lines it stands for. */
export async function recompute(tx: Tx, merchantId: string): Promise<Recomputed[]> {
  const own = sql`merchant_id = ${merchantId}`;
  const rows = await tx.execute<{
    chain: ChainKey | null;
    symbol: string;
    decimals: number;
    account: AccountKind;
    rolled: string;
    summed: string;
  }>(sql`
    with mark as (select rolled_to from balance_mark where key = 'entries'), lines as (
      select entries.* from entries, mark where written_in < mark.rolled_to and ${own}
    ), sides as (
      select asset, debit as account, amount from lines union all select asset, credit, -amount from lines
    ), sums as (select asset, account, sum(amount) as amount from sides group by 1, 2), both_sides as (
      select asset, account, coalesce(b.amount, 0)::text as rolled, coalesce(s.amount, 0)::text as summed
      from (select * from balances where ${own}) b full join sums s using (asset, account)
    )
    select chain, symbol, decimals, account, rolled, summed from both_sides join assets on assets.id = asset`);
  return rows.map((row) => ({
    ...row,
    rolled: BigInt(row.rolled),
    summed: BigInt(row.summed),
  }));
}

/** What accounts of a merchant hold according to the books, lines that are not rolled up included. */
export async function selectBooked(tx: Tx, merchantId: string, accounts: readonly AccountKind[]): Promise<Promised[]> {
  const rows = await tx.execute<{ chain: ChainKey | null; symbol: string; account: AccountKind; amount: string }>(sql`
    with mark as (select rolled_to from balance_mark where key = 'entries'), lines as (
      select entries.* from entries, mark where written_in >= mark.rolled_to and merchant_id = ${merchantId}
    ), sides as (
      select chain, symbol, debit as account, amount from lines
      union all select chain, symbol, credit, -amount from lines
      union all select chain, symbol, account, amount from balances where merchant_id = ${merchantId}
    )
    select chain, symbol, account, sum(amount)::text as amount from sides
    where account in ${[...accounts]} group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** The decimals of every asset that the books can hold, by the asset's id. */
export async function selectDecimals(db: Queryable): Promise<Map<string, number>> {
  const rows = await db.select({ id: assets.id, decimals: assets.decimals }).from(assets);
  return new Map(rows.map(({ id, decimals }) => [id, decimals]));
}

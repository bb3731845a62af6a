import { and, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { payouts, transfers, vaults } from '@/db/schema';
import type { AccountKind, ChainKey, PostingKind } from '@/db/vocabulary';
import type { Span } from '@/lib/evm/read-in-parts';
import { roundsOf } from '@/lib/ledger/store';
import type { Payout, Vault } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';

export type Paid = { transfer: Transfer; payout: Payout; vault: Vault | null };

/** Transfers of a merchant by hash, with what they are for. */
export async function selectByHash(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  hashes: readonly string[],
): Promise<Paid[]> {
  if (hashes.length === 0) return [];
  return db
    .select({ transfer: transfers, payout: payouts, vault: vaults })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(and(eq(transfers.merchantId, merchantId), eq(transfers.chain, chain), inArray(transfers.hash, [...hashes])));
}

/** What the books hold of one movement that left a known wallet. */
export type Outflow = { originRef: string; debit: AccountKind; reversed: boolean; cleared: boolean };

export async function selectOutflows(db: Queryable, refs: readonly string[]): Promise<Map<string, Outflow>> {
  if (refs.length === 0) return new Map();
  const list = sql.join(
    refs.map((ref) => sql`${ref}`),
    sql`, `,
  );
  const rows = await db.execute<{ origin_ref: string; debit: AccountKind; reversed: boolean; cleared: boolean }>(sql`
    select p.origin_ref, e.debit,
      exists (select from postings r where r.reverses = p.id) as reversed,
      exists (select from postings c where c.kind = 'clear' and c.origin_ref = p.origin_ref
              and not exists (select from postings r where r.reverses = c.id)) as cleared
    from postings p join entries e on e.posting_id = p.id
    where p.kind = 'outflow' and p.origin_ref in (${list})`);
  const outflows = rows.map(({ origin_ref, debit, reversed, cleared }) => ({
    originRef: origin_ref,
    debit,
    reversed,
    cleared,
  }));
  return new Map(outflows.map((outflow) => [outflow.originRef, outflow]));
}

/** A deposit or an outflow that stands in the books. */
export type BookedMove = { kind: PostingKind; originRef: string; symbol: string; amount: bigint };

/** Movements that were booked from a range of blocks and not taken back. */
export async function selectBookedMoves(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  { from, to }: Span,
): Promise<BookedMove[]> {
  const number = sql`split_part(p.origin_ref, ':', 2)::numeric`;
  const rows = await db.execute<{ kind: PostingKind; origin_ref: string; symbol: string; amount: string }>(sql`
    select p.kind, p.origin_ref, e.symbol, e.amount::text
    from postings p join entries e on e.posting_id = p.id
    where p.merchant_id = ${merchantId} and p.kind in ('deposit', 'outflow')
      and p.origin_ref ~ '^[a-z]+:[0-9]+:' and p.origin_ref like ${`${chain}:%`}
      and ${number} >= ${from.toString()}::numeric and ${number} <= ${to.toString()}::numeric
      and not exists (select from postings r where r.reverses = p.id)`);
  return rows.map(({ kind, origin_ref, symbol, amount }) => ({
    kind,
    originRef: origin_ref,
    symbol,
    amount: BigInt(amount),
  }));
}

const settledBy = sql`${transfers.chain} || ':' || ${transfers.blockHash} || ':' || ${transfers.hash} || ':' || ${transfers.logIndex}`;

/** Confirmed transfers of a range of blocks, and what their settlement booked; null where nothing is. */
export async function selectSettled(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  { from, to }: Span,
): Promise<(Paid & { booked: bigint | null })[]> {
  const booked = sql<string | null>`(
    select sum(e.amount)::text from ${roundsOf('settle', settledBy)} as p join entries e on e.posting_id = p.id
    where not exists (select from postings r where r.reverses = p.id))`;
  const rows = await db
    .select({ transfer: transfers, payout: payouts, vault: vaults, booked })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        eq(transfers.chain, chain),
        eq(transfers.status, 'confirmed'),
        gte(transfers.blockNumber, from),
        lte(transfers.blockNumber, to),
      ),
    );
  return rows.map((row) => ({ ...row, booked: row.booked === null ? null : BigInt(row.booked) }));
}

export type LoneSettlement = { originRef: string; payoutId: string | null; symbol: string; amount: bigint };

/** Settlements booked in a span of time that no confirmed transfer stands behind. */
export async function selectLoneSettlements(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  after: Date,
  until: Date,
): Promise<LoneSettlement[]> {
  const rows = await db.execute<{ origin_ref: string; payout_id: string | null; symbol: string; amount: string }>(sql`
    select p.origin_ref, p.payout_id, min(e.symbol) as symbol, sum(e.amount)::text as amount
    from postings p join entries e on e.posting_id = p.id
    where p.merchant_id = ${merchantId} and p.kind = 'settle' and p.origin_ref like ${`${chain}:%`}
      and p.created_at > ${after.toISOString()} and p.created_at <= ${until.toISOString()}
      and not exists (select from postings r where r.reverses = p.id)
      and not exists (
        select from transfers t where t.merchant_id = p.merchant_id and t.chain = ${chain} and t.status = 'confirmed'
          and t.hash = split_part(p.origin_ref, ':', 3) and t.block_hash = split_part(p.origin_ref, ':', 2)
          and t.log_index::text = split_part(p.origin_ref, ':', 4))
    group by p.id`);
  return rows.map((row) => ({
    originRef: row.origin_ref,
    payoutId: row.payout_id,
    symbol: row.symbol,
    amount: BigInt(row.amount),
  }));
}

/** Sums of every account of a merchant on a chain, by asset. */
export async function sumAccounts(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
): Promise<{ symbol: string; account: AccountKind; amount: bigint }[]> {
  const rows = await db.execute<{ symbol: string; account: AccountKind; amount: string }>(sql`
    with mark as (select rolled_to from balance_mark where key = 'entries'), recent as (
      select entries.* from entries, mark where merchant_id = ${merchantId} and chain = ${chain}
        and written_in >= mark.rolled_to
    ), sides as (
      select symbol, debit as account, amount from recent
      union all select symbol, credit, -amount from recent
      union all select symbol, account, amount from balances where merchant_id = ${merchantId} and chain = ${chain}
    ) select symbol, account, sum(amount)::text as amount from sides group by 1, 2`);
  return rows.map(({ symbol, account, amount }) => ({ symbol, account, amount: BigInt(amount) }));
}

/** What bookings from blocks above a number did to `available` and `committed` together, by asset. */
export async function sumVaultAbove(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  block: bigint,
): Promise<Map<string, bigint>> {
  const rows = await db.execute<{ symbol: string; amount: string }>(sql`
    with late as (
      select p.id from postings p where p.merchant_id = ${merchantId} and p.kind in ('deposit', 'outflow')
        and p.origin_ref ~ '^[a-z]+:[0-9]+:' and p.origin_ref like ${`${chain}:%`}
        and split_part(p.origin_ref, ':', 2)::numeric > ${block.toString()}::numeric
        and not exists (select from postings r where r.reverses = p.id)
      union all
      select p.id from transfers t cross join lateral
        ${roundsOf('settle', sql`t.chain || ':' || t.block_hash || ':' || t.hash || ':' || t.log_index`)} as p
      where t.merchant_id = ${merchantId} and t.chain = ${chain} and t.status = 'confirmed'
        and t.block_number > ${block.toString()}::bigint
        and not exists (select from postings r where r.reverses = p.id)
    ) select e.symbol, sum(
        (case when e.debit in ('available', 'committed') then e.amount else 0 end)
        - (case when e.credit in ('available', 'committed') then e.amount else 0 end))::text as amount
      from late join entries e on e.posting_id = late.id group by 1`);
  return new Map(rows.map(({ symbol, amount }) => [symbol, BigInt(amount)]));
}

export type Turnover = { symbol: string; paid: bigint; fees: bigint; deposits: bigint; outflows: bigint };

/** What a range of blocks paid and moved, by asset. */
export async function sumTurnover(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  { from, to }: Span,
): Promise<Map<string, Turnover>> {
  const paid = await db.execute<{ symbol: string; paid: string; fees: string }>(sql`
    select p.symbol, sum(p.net)::text as paid, sum(p.fee)::text as fees
    from transfers t join payouts p on p.id = t.payout_id
    where t.merchant_id = ${merchantId} and t.chain = ${chain} and t.status = 'confirmed'
      and t.block_number between ${from.toString()}::bigint and ${to.toString()}::bigint group by 1`);
  const sums = new Map<string, Turnover>();
  const of = (symbol: string): Turnover => {
    const known = sums.get(symbol) ?? { symbol, paid: 0n, fees: 0n, deposits: 0n, outflows: 0n };
    sums.set(symbol, known);
    return known;
  };
  for (const row of paid) Object.assign(of(row.symbol), { paid: BigInt(row.paid), fees: BigInt(row.fees) });
  for (const { kind, symbol, amount } of await selectBookedMoves(db, merchantId, chain, { from, to })) {
    of(symbol)[kind === 'deposit' ? 'deposits' : 'outflows'] += amount;
  }
  return sums;
}

/** Mined and not final yet, by asset. */
export async function sumInFlight(db: Queryable, merchantId: string, chain: ChainKey): Promise<Map<string, bigint>> {
  const rows = await db.execute<{ symbol: string; amount: string }>(sql`
    select p.symbol, sum(p.gross)::text as amount from transfers t join payouts p on p.id = t.payout_id
    where t.merchant_id = ${merchantId} and t.chain = ${chain} and t.status = 'confirming' group by 1`);
  return new Map(rows.map(({ symbol, amount }) => [symbol, BigInt(amount)]));
}

/** Bookings out of suspense whose outflow was taken back afterwards, as a deep reorganisation does. */
export async function selectHollowClearings(db: Queryable, merchantId: string, chain: ChainKey): Promise<string[]> {
  const rows = await db.execute<{ origin_ref: string }>(sql`
    select c.origin_ref from postings c join postings o on o.kind = 'outflow' and o.origin_ref = c.origin_ref
    where c.merchant_id = ${merchantId} and c.kind = 'clear' and c.origin_ref like ${`${chain}:%`}
      and exists (select from postings r where r.reverses = o.id)
      and not exists (select from postings r where r.reverses = c.id)`);
  return rows.map(({ origin_ref }) => origin_ref);
}

/** Whether a posting is there and was taken back. */
export async function isReversed(db: Queryable, kind: PostingKind, originRef: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from postings p join postings r on r.reverses = p.id
    where p.kind = ${kind} and p.origin_ref = ${originRef}`);
  return rows.length > 0;
}

/** Transfers of which it is not known whether they paid, or which paid otherwise than agreed, oldest first. */
export async function selectOpenOutcomes(db: Queryable, merchantId: string, chain: ChainKey): Promise<Paid[]> {
  return db
    .select({ transfer: transfers, payout: payouts, vault: vaults })
    .from(transfers)
    .innerJoin(payouts, eq(payouts.id, transfers.payoutId))
    .leftJoin(vaults, eq(vaults.id, payouts.vaultId))
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        eq(transfers.chain, chain),
        or(
          inArray(transfers.status, ['prepared', 'submitted', 'unknown']),
          // One of which a person has said what it counts for is no question any more.
          and(eq(transfers.status, 'differs'), eq(payouts.status, 'processing')),
        ),
      ),
    )
    .orderBy(transfers.id)
    .limit(500);
}

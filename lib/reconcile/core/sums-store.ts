import { sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import type { AccountKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Span } from '@/lib/evm/read-in-parts';
import { selectBookedMoves, settles } from './ledger-store';

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
        and p.chain = ${chain} and p.block_number > ${block.toString()}::bigint
        and not exists (select from postings r where r.reverses = p.id)
      union all
      select p.id from transfers t join postings p on ${settles}
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

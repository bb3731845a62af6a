import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { csvLine } from '@/lib/kernel/csv';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { requireOperator } from '@/lib/operators/require-operator';
import type { FeeQuery, FeeRow } from './schema';
import { type FeePlace, selectFees } from './store';

const shownRows = 200;
const csvRows = 500;

/** Days in UTC, as the books close in it. */
function rangeOf({ from, to }: FeeQuery, now: Date): { from: Date; to: Date } {
  const today = now.toISOString().slice(0, 10);
  const first = new Date(`${from ?? `${today.slice(0, 7)}-01`}T00:00:00.000Z`);
  const last = addSeconds(new Date(`${to ?? today}T00:00:00.000Z`), 86_400);
  if (first >= last) throw new Refusal('invalid_request', { field: 'to', detail: 'It ends before it begins.' });
  return { from: first, to: last };
}

type Row = Awaited<ReturnType<typeof selectFees>>[number];

function present({ merchantId, merchant, chain, symbol, decimals, payouts, net, fee }: Row): FeeRow {
  return {
    ...{ merchant_id: merchantId, merchant, chain, asset: symbol, payouts },
    ...{ amount: formatAmount(net, decimals), fees: formatAmount(fee, decimals) },
  };
}

/** What merchants earned and paid out, by merchant, chain and asset. `more`: the file has them all. Refuses: invalid_request. */
export async function listFees(ctx: Context, query: FeeQuery): Promise<{ data: FeeRow[]; more: boolean }> {
  requireOperator(ctx, 'fees:read');
  const rows = await selectFees(ctx.db, rangeOf(query, ctx.clock.now()), null, shownRows + 1);
  return { data: rows.slice(0, shownRows).map(present), more: rows.length > shownRows };
}

const columns = ['merchant_id', 'merchant', 'chain', 'asset', 'payouts', 'amount', 'fees'];

/** The same as CSV, whole, however much it is. Refuses: invalid_request. */
export function csvOfFees(ctx: Context, query: FeeQuery): AsyncGenerator<string, void, undefined> {
  requireOperator(ctx, 'fees:read');
  return linesOf(ctx, rangeOf(query, ctx.clock.now()));
}

async function* linesOf(ctx: Context, range: { from: Date; to: Date }): AsyncGenerator<string, void, undefined> {
  yield csvLine(columns);
  let after: FeePlace | null = null;
  for (;;) {
    const rows: Row[] = await selectFees(ctx.db, range, after, csvRows);
    for (const row of rows.map(present)) {
      const { merchant_id, merchant, chain, asset, payouts, amount, fees } = row;
      yield csvLine([merchant_id, merchant, chain, asset, `${payouts}`, amount, fees]);
    }
    after = rows.at(-1) ?? null;
    if (rows.length < csvRows) return;
  }
}

import type { Context } from '@/lib/access/actor';
import { reservedStatuses } from '@/lib/payouts/status';
import { type Promised, type Recomputed, recompute, selectPromises } from './store';

export type LedgerCheck = {
  accounts: number;
  differences: Recomputed[];
  unbalanced: string[];
  /** Where what is set aside is not what the open payouts come to. */
  promises: Promised[];
};

/**
 * Recomputes every balance from its lines and every asset's total, which is zero in a double-entry book, and holds what
 * is set aside, in vaults and to be paid by hand, against the payouts that are open. Reads one snapshot, so that it can run beside writers.
 */
export async function checkLedger(ctx: Context): Promise<LedgerCheck> {
  const { rows, promised } = await ctx.db.transaction(
    async (tx) => ({ rows: await recompute(tx), promised: await selectPromises(tx, reservedStatuses) }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const totals = new Map<string, bigint>();
  for (const row of rows) {
    const key = `${row.merchantId} ${row.chain} ${row.symbol}`;
    totals.set(key, (totals.get(key) ?? 0n) + row.rolled);
  }
  return {
    accounts: rows.length,
    differences: rows.filter((row) => row.rolled !== row.summed),
    promises: promised.filter((row) => row.booked !== row.open),
    unbalanced: [...totals].filter(([, total]) => total !== 0n).map(([key]) => key),
  };
}

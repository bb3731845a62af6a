import type { Context } from '@/lib/access/actor';
import { type Recomputed, recompute } from './store';

export type LedgerCheck = { accounts: number; differences: Recomputed[]; unbalanced: string[] };

/**
 * Recomputes every balance from its lines and every asset's total, which is zero in a double-entry book.
 * Reads one snapshot, so that it can run beside writers.
 */
export async function checkLedger(ctx: Context): Promise<LedgerCheck> {
  const rows = await ctx.db.transaction((tx) => recompute(tx), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
  const totals = new Map<string, bigint>();
  for (const row of rows) {
    const key = `${row.merchantId} ${row.chain} ${row.symbol}`;
    totals.set(key, (totals.get(key) ?? 0n) + row.rolled);
  }
  return {
    accounts: rows.length,
    differences: rows.filter((row) => row.rolled !== row.summed),
    unbalanced: [...totals].filter(([, total]) => total !== 0n).map(([key]) => key),
  };
}

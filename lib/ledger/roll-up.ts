import type { Context } from '@/lib/access/actor';
import { rollUp } from './store';

/** Folds finished lines into the balances, so that reading one never sums a merchant's whole history. */
export async function rollUpBalances(ctx: Context): Promise<number> {
  return ctx.db.transaction((tx) => rollUp(tx));
}

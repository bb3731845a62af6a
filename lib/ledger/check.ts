import type { Context } from '@/lib/access/actor';
import { reservedStatuses } from '@/lib/payouts/status';
import { saveCheck, selectMerchantsWithBooks } from './check-store';
import { moneyOf } from './money-of';
import type { BookCheck, BookFault } from './schema';
import { type Promised, type Recomputed, recompute, selectPromises } from './store';

/**
 * Recomputes every balance of a merchant from its lines and every asset's total, which is zero in a double-entry book,
 * and holds what is set aside, in vaults and to be paid by hand, against the payouts that are open. Reads one snapshot,
 * so that it can run beside writers, and keeps what came of it for the ledger's page.
 */
export async function checkMerchant(ctx: Context, merchantId: string): Promise<BookCheck> {
  const { rows, promised } = await ctx.db.transaction(
    async (tx) => ({
      rows: await recompute(tx, merchantId),
      promised: await selectPromises(tx, reservedStatuses, merchantId),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const checkedAt = ctx.clock.now();
  const faults = [...sumFaults(rows), ...totalFaults(rows), ...promiseFaults(promised)];
  await saveCheck(ctx.db, { merchantId, checkedAt, accounts: rows.length, faults });
  return { checked_at: checkedAt.toISOString(), accounts: rows.length, faults };
}

export type LedgerCheck = { accounts: number; faults: (BookFault & { merchantId: string })[] };

/** The same for every merchant, one after the other. */
export async function checkLedger(ctx: Context): Promise<LedgerCheck> {
  const checked: LedgerCheck = { accounts: 0, faults: [] };
  for (const merchantId of await selectMerchantsWithBooks(ctx.db)) {
    const { accounts, faults } = await checkMerchant(ctx, merchantId);
    checked.accounts += accounts;
    checked.faults.push(...faults.map((fault) => ({ ...fault, merchantId })));
  }
  return checked;
}

type Asset = Pick<Recomputed, 'chain' | 'symbol'>;

function faultOf(kind: BookFault['kind'], asset: Asset, sides: [booked: bigint, expected: bigint]) {
  const [booked, expected] = sides.map((units) => moneyOf(units, asset));
  return { kind, chain: asset.chain, asset: asset.symbol, booked: booked ?? '', expected: expected ?? '' };
}

function sumFaults(rows: readonly Recomputed[]): BookFault[] {
  return rows
    .filter(({ rolled, summed }) => rolled !== summed)
    .map((row) => ({ ...faultOf('sum', row, [row.rolled, row.summed]), account: row.account }));
}

function totalFaults(rows: readonly Recomputed[]): BookFault[] {
  const groups = Map.groupBy(rows, ({ chain, symbol }) => `${chain}:${symbol}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const total = group.reduce((sum, { rolled }) => sum + rolled, 0n);
    return first && total !== 0n ? [{ ...faultOf('total', first, [total, 0n]), account: null }] : [];
  });
}

function promiseFaults(rows: readonly Promised[]): BookFault[] {
  return rows
    .filter(({ booked, open }) => booked !== open)
    .map((row) => ({ ...faultOf('promise', row, [row.booked, row.open]), account: row.account }));
}

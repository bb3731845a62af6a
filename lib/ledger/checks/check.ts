import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { formatAmount } from '@/lib/kernel/money';
import { assetId } from '@/lib/ledger/asset-id';
import type { Promised, PromisesOf } from '@/lib/ledger/promise';
import type { BookCheck, BookFault } from '@/lib/ledger/schema';
import { type Recomputed, recompute, selectBooked, selectDecimals } from '@/lib/ledger/store';
import { saveCheck, selectMerchantsWithBooks } from './check-store';
import { promises } from './promises';

type Promises = Record<string, PromisesOf>;

/**
 * Recomputes every balance of a merchant from its lines and every asset's total, which is zero in a double-entry book,
 * and holds what is set aside against what each kind of subject says is open. Reads one snapshot, so that it can run
 * beside writers, and keeps what came of it for the ledger's page.
 */
export async function checkMerchant(ctx: Context, merchantId: string, of: Promises = promises): Promise<BookCheck> {
  const { rows, promised } = await ctx.db.transaction(
    async (tx) => ({ rows: await recompute(tx, merchantId), promised: await unlike(tx, merchantId, of) }),
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
  const withSubjects = await Promise.all(Object.values(promises).map((of) => of.selectMerchants(ctx.db)));
  const merchantIds = new Set([...(await selectMerchantsWithBooks(ctx.db)), ...withSubjects.flat()]);
  for (const merchantId of [...merchantIds].sort()) {
    const { accounts, faults } = await checkMerchant(ctx, merchantId);
    checked.accounts += accounts;
    checked.faults.push(...faults.map((fault) => ({ ...fault, merchantId })));
  }
  return checked;
}

type Unlike = Omit<Promised, 'amount'> & { decimals: number; booked: bigint; open: bigint };

/** Where the books do not hold as promised what is open, per asset and account, and for each subject that has an own one. */
async function unlike(tx: Tx, merchantId: string, of: Promises): Promise<Unlike[]> {
  const subjects = Object.values(of);
  const booked = await selectBooked(tx, merchantId, [...new Set(subjects.flatMap(({ accounts }) => accounts))]);
  const open: Promised[] = [];
  for (const { selectOpen } of subjects) open.push(...(await selectOpen(tx, merchantId)));
  const decimals = await selectDecimals(tx);
  const sized = <A extends Pick<Promised, 'chain' | 'symbol'>>(row: A) => ({
    ...row,
    decimals: decimals.get(assetId(row)) ?? 0,
  });
  const uneven: Unlike[] = [];
  for (const { selectUneven } of subjects) uneven.push(...((await selectUneven?.(tx, merchantId)) ?? []).map(sized));
  const names = new Map([...booked, ...open].map((row) => [nameOf(row), row]));
  const sums = [...names].map(([name, { chain, symbol, account }]) =>
    sized({ chain, symbol, account, booked: sumOf(booked, name), open: sumOf(open, name) }),
  );
  return [...sums.filter(({ booked, open }) => booked !== open), ...uneven];
}

const nameOf = (row: Promised) => `${row.account} ${assetId(row)}`;

function sumOf(rows: readonly Promised[], name: string): bigint {
  return rows.filter((row) => nameOf(row) === name).reduce((sum, { amount }) => sum + amount, 0n);
}

type Shown = Pick<Recomputed, 'chain' | 'symbol' | 'decimals'>;

function faultOf(kind: BookFault['kind'], asset: Shown, sides: [booked: bigint, expected: bigint]) {
  const [booked, expected] = sides.map((units) => formatAmount(units, asset.decimals));
  return { kind, chain: asset.chain, asset: asset.symbol, booked: booked ?? '', expected: expected ?? '' };
}

function sumFaults(rows: readonly Recomputed[]): BookFault[] {
  return rows
    .filter(({ rolled, summed }) => rolled !== summed)
    .map((row) => ({ ...faultOf('sum', row, [row.rolled, row.summed]), account: row.account }));
}

function totalFaults(rows: readonly Recomputed[]): BookFault[] {
  const groups = Map.groupBy(rows, assetId);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const total = group.reduce((sum, { rolled }) => sum + rolled, 0n);
    return first && total !== 0n ? [{ ...faultOf('total', first, [total, 0n]), account: null }] : [];
  });
}

function promiseFaults(rows: readonly Unlike[]): BookFault[] {
  return rows.map((row) => ({ ...faultOf('promise', row, [row.booked, row.open]), account: row.account }));
}

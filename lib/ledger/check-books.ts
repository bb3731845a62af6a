import { type Context, requirePermission } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { reservedStatuses } from '@/lib/payouts/status';
import { findCheck, findMerchantDue, saveCheck } from './check-store';
import { chainName, moneyOf } from './money-of';
import { type AccountRow, selectAccounts } from './page-store';
import type { AssetBooks, BookCheck, BookFault, Books } from './schema';
import { type Promised, type Recomputed, recompute, selectPromises } from './store';

/** A check that was made just now is good enough: nobody can keep the database summing. */
const freshForSeconds = 10;
const everySeconds = 86_400;

/** What every account holds, and whether that was right when somebody last looked. */
export async function viewBooks(ctx: Context): Promise<Books> {
  const { merchantId } = requirePermission(ctx, 'ledger:read');
  const [accounts, check] = await Promise.all([selectAccounts(ctx.db, merchantId), findCheck(ctx.db, merchantId)]);
  return { assets: byAsset(accounts), check };
}

function byAsset(accounts: readonly AccountRow[]): AssetBooks[] {
  const groups = Map.groupBy(accounts, ({ chain, symbol }) => `${chain}:${symbol}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { chain, symbol: asset } = first;
    const lines = group.map(({ account, amount }) => ({ account, balance: moneyOf(amount, first) }));
    return [{ chain, chain_name: chainName(chain), asset, accounts: lines }];
  });
}

/** Adds up the merchant's books anew and keeps what came of it. One made a moment ago is answered as it is. */
export async function checkBooks(ctx: Context): Promise<BookCheck> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const known = await findCheck(ctx.db, merchantId);
  if (known && new Date(known.checked_at) > addSeconds(ctx.clock.now(), -freshForSeconds)) return known;
  return runCheck(ctx, merchantId);
}

/** Checks the books of one merchant whose last check is a day old; false when all are checked. */
export async function checkDueBooks(ctx: Context): Promise<boolean> {
  const merchantId = await findMerchantDue(ctx.db, addSeconds(ctx.clock.now(), -everySeconds));
  if (!merchantId) return false;
  const { faults } = await runCheck(ctx, merchantId);
  if (faults.length > 0) log.error({ merchantId, faults }, 'The books of a merchant are not right');
  return true;
}

async function runCheck(ctx: Context, merchantId: string): Promise<BookCheck> {
  const { rows, promised } = await ctx.db.transaction(
    async (tx) => ({
      rows: await recompute(tx, merchantId),
      promised: await selectPromises(tx, reservedStatuses, merchantId),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const checkedAt = ctx.clock.now();
  const faults = [...sumFaults(rows), ...totalFaults(rows), ...promiseFaults(promised)];
  const check = { checked_at: checkedAt.toISOString(), accounts: rows.length, faults };
  await saveCheck(ctx.db, { merchantId, checkedAt, accounts: rows.length, faults });
  return check;
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

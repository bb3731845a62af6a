import { type Context, requirePermission } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { checkMerchant } from './check';
import { findCheck, findMerchantDue } from './check-store';
import { chainName, moneyOf } from './money-of';
import { type AccountRow, selectAccounts } from './page-store';
import type { AssetBooks, BookCheck, Books } from './schema';

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
  return checkMerchant(ctx, merchantId);
}

/** Checks the books of one merchant whose last check is a day old; false when all are checked. */
export async function checkDueBooks(ctx: Context): Promise<boolean> {
  const merchantId = await findMerchantDue(ctx.db, addSeconds(ctx.clock.now(), -everySeconds));
  if (!merchantId) return false;
  const { faults } = await checkMerchant(ctx, merchantId);
  if (faults.length > 0) log.error({ merchantId, faults }, 'The books of a merchant are not right');
  return true;
}

import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { formatAmount } from '@/lib/kernel/money';
import { assetId } from '@/lib/ledger/asset-id';
import { type AccountRow, selectAccounts } from '@/lib/ledger/page-store';
import type { AssetBooks, BookCheck, BookStanding, Books } from '@/lib/ledger/schema';
import { checkMerchant } from './check';
import { findCheck, findMerchantDue } from './check-store';

/** A check that was made just now is good enough: nobody can keep the database summing. */
const freshForSeconds = 10;
const everySeconds = 86_400;
/** One that is due is made within minutes; an hour later the worker is not doing it. */
const oldAfterSeconds = everySeconds + 3_600;

/** What every account holds, and whether the last check found it right. */
export async function viewBooks(ctx: Context): Promise<Books> {
  const { merchantId } = requirePermission(ctx, 'ledger:read');
  const [accounts, check] = await Promise.all([selectAccounts(ctx.db, merchantId), findCheck(ctx.db, merchantId)]);
  return { assets: byAsset(accounts), check, standing: standingOf(check, accounts.length, ctx.clock.now()) };
}

/** Never right because nobody looked. */
export function standingOf(check: BookCheck | null, accounts: number, now: Date): BookStanding {
  if (!check) return 'unchecked';
  if (check.faults.length > 0) return 'wrong';
  if (check.accounts === 0 || check.accounts < accounts) return 'partial';
  return new Date(check.checked_at) < addSeconds(now, -oldAfterSeconds) ? 'old' : 'right';
}

function byAsset(accounts: readonly AccountRow[]): AssetBooks[] {
  const groups = Map.groupBy(accounts, assetId);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { chain, symbol: asset, decimals } = first;
    const lines = group.map(({ account, amount }) => ({ account, balance: formatAmount(amount, decimals) }));
    return [{ chain, chain_name: chain && chainOf(chain).name, asset, accounts: lines }];
  });
}

/** Adds up the merchant's books and keeps the result. One made a moment ago is answered as it is. */
export async function checkBooks(ctx: Context): Promise<BookCheck> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const known = await findCheck(ctx.db, merchantId);
  if (known && new Date(known.checked_at) > addSeconds(ctx.clock.now(), -freshForSeconds)) return known;
  return checkMerchant(ctx, merchantId);
}

/** Checks the books of one merchant whose last check is a day old or missed an account; false when all are checked. */
export async function checkDueBooks(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  const merchantId = await findMerchantDue(ctx.db, { before: addSeconds(now, -everySeconds), now });
  if (!merchantId) return false;
  const { faults } = await checkMerchant(ctx, merchantId);
  if (faults.length > 0) log.error({ merchantId, faults }, 'The books of a merchant are not right');
  return true;
}

import type { Queryable } from '@/db/client';
import type { AccountKind } from '@/db/vocabulary/books';
import { type Asset, selectBalance } from './store';

/** What an account holds now, in base units: rolled-up lines and the newest ones together. */
export function balanceOf(db: Queryable, merchantId: string, asset: Asset, account: AccountKind): Promise<bigint> {
  return selectBalance(db, { merchantId, ...asset, account });
}

/** What a vault has promised of an asset: to open payouts, and to orders that are not released or refunded yet. */
export async function promisedOf(db: Queryable, merchantId: string, asset: Asset): Promise<bigint> {
  const [committed, escrow] = await Promise.all([
    balanceOf(db, merchantId, asset, 'committed'),
    balanceOf(db, merchantId, asset, 'escrow'),
  ]);
  return committed + escrow;
}

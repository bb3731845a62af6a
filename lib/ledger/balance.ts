import type { Queryable } from '@/db/client';
import type { AccountKind } from '@/db/vocabulary';
import { type Asset, selectBalance } from './store';

/** What an account holds now, in base units: rolled-up lines and the newest ones together. */
export function balanceOf(db: Queryable, merchantId: string, asset: Asset, account: AccountKind): Promise<bigint> {
  return selectBalance(db, { merchantId, ...asset, account });
}

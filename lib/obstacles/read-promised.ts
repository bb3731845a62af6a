import type { Queryable } from '@/db/client';
import { promisedOf } from '@/lib/ledger/balance';
import type { Vault } from '@/lib/payouts/store';
import { sumUnderWay } from './vault-watch-store';

/** What a vault owes of one asset and has not begun to pay: what is under way may have left it already. Base units. */
export async function readPromised(db: Queryable, vault: Vault, symbol: string): Promise<bigint> {
  const { merchantId, chain } = vault;
  const [promised, underWay] = await Promise.all([
    promisedOf(db, merchantId, { chain, symbol }),
    sumUnderWay(db, { vault, symbol }),
  ]);
  return promised - underWay;
}

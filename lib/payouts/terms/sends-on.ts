import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { selectAccounts } from '@/lib/relay/account-store';

/** Whether this portal sends on a network by itself: it has an account there that pays network fees, filled up or not. */
export async function sendsOn(db: Queryable, chain: ChainKey): Promise<boolean> {
  const accounts = await selectAccounts(db, chain);
  return accounts.some(({ purpose, stop }) => purpose === 'relay' && !stop);
}

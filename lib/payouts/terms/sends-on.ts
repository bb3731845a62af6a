import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';

/** Whether this portal sends payouts on a network by itself: it does once it has an account there for the network fees. */
export async function sendsOn(_db: Queryable, _chain: ChainKey): Promise<boolean> {
  return false;
}

import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RelayReason } from '@/db/vocabulary/relay';
import { leastOf } from '@/lib/kernel/money';
import { type BusyAccount, mayTake, selectBusyAccounts } from './account-store';
import { claimGas } from './claims-left';
import { ceilingOf, greatest } from './fees';

/**
 * Why nothing can be sent on a chain now, as the worker saw it last; null where it can. Asks no node. `maxGasPrice` is what a
 * unit of gas may cost for one that is paid for by a fee with a ceiling.
 */
export async function whyNotOffered(
  db: Queryable,
  chain: ChainKey,
  maxGasPrice: bigint | null = null,
): Promise<RelayReason | null> {
  const own = (await selectBusyAccounts(db, chain)).filter(({ purpose, stop }) => purpose === 'relay' && !stop);
  if (own.length === 0) return 'no_account';
  const accounts = own.filter(mayTake);
  if (accounts.length === 0) return 'accounts_low';
  const looked = accounts.filter(({ gasPrice }) => gasPrice !== null);
  if (looked.length === 0) return 'node_silent';
  const ceiling = maxGasPrice === null ? ceilingOf(chain) : leastOf(ceilingOf(chain), maxGasPrice);
  if (looked.every(({ gasPrice }) => (gasPrice ?? 0n) > ceiling)) return 'gas_too_dear';
  return looked.some(canPayOne) ? null : 'accounts_low';
}

/** How much gas one account could offer for a single send now; 0 where none can. */
export async function gasOfOneSend(db: Queryable, chain: ChainKey): Promise<bigint> {
  const accounts = await selectBusyAccounts(db, chain);
  const usable = accounts.filter((account) => account.purpose === 'relay' && mayTake(account));
  const rooms = usable.map(({ balance, reserved, gasPrice }) => {
    const price = 2n * (gasPrice ?? 0n);
    return price > 0n ? ((balance ?? 0n) - reserved) / price : 0n;
  });
  return rooms.reduce(greatest, 0n);
}

/** With the room that a first offer leaves for a rising price. */
function canPayOne({ balance, reserved, gasPrice }: BusyAccount): boolean {
  return (balance ?? 0n) - reserved >= 2n * claimGas * (gasPrice ?? 0n);
}

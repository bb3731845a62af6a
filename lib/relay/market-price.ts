import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { selectAccounts } from './account-store';
import { readMarket } from './fees';

/** The worker looks every 20 seconds; after three of them the node is asked. */
const freshSeconds = 60;

/**
 * What a unit of gas costs on a chain now, base fee and tip: as the worker saw it, else as the node says, if it may be asked.
 * Refuses: chain_unavailable.
 */
export async function readGasPrice(db: Queryable, chain: ChainKey, now: Date, mayAsk: boolean): Promise<bigint> {
  const looks = (await selectAccounts(db, chain)).flatMap(({ gasPrice, lookedAt }) =>
    gasPrice !== null && lookedAt !== null && isFresh(lookedAt, now) ? [{ gasPrice, lookedAt }] : [],
  );
  const newest = looks.sort((one, other) => other.lookedAt.getTime() - one.lookedAt.getTime())[0];
  if (newest) return newest.gasPrice;
  if (!mayAsk) {
    const detail = `The worker has not looked at ${chainOf(chain).name} for a minute.`;
    throw new Refusal('chain_unavailable', { detail });
  }
  const { base, tip } = await reading(chain, readMarket);
  return base + tip;
}

function isFresh(lookedAt: Date, now: Date): boolean {
  return lookedAt >= addSeconds(now, -freshSeconds) && lookedAt <= addSeconds(now, freshSeconds);
}

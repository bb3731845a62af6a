import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import type { Job } from '@/lib/jobs/runner';
import { readOn } from './read-signers';
import { selectVaultsOn } from './store';

/** So that an owner who opens the page in an incident does not wait for old events. */
const everyMs = 15 * 60_000;
const perVaultMs = 5_000;

/** Reads on, for each vault of a chain, whom it named. True when some vault has more to read at once. */
export async function readAllSigners(ctx: Context, chain: ChainKey): Promise<boolean> {
  const complete = [];
  for (const vault of await selectVaultsOn(ctx.db, chain)) complete.push(await readOn(ctx, vault, perVaultMs));
  return complete.includes(false);
}

export function vaultJobs(chain: ChainKey): Job[] {
  return [{ name: `signers ${chain}`, everyMs, exclusive: true, run: (ctx) => readAllSigners(ctx, chain) }];
}

import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { beatMs } from '@/lib/chains/beat';
import type { Job } from '@/lib/jobs/runner';
import { buildBatch } from './build-batch';
import { followBatches } from './follow-batches';

/** One step: looks after the claims that are on their way, and sends more. True when more wait. */
export async function relayClaims(ctx: Context, chain: ChainKey): Promise<boolean> {
  await followBatches(ctx, chain);
  return buildBatch(ctx, chain);
}

export function batchJobs(chain: ChainKey): Job[] {
  const name = `relayed ${chain}`;
  return [{ name, everyMs: beatMs(chain), exclusive: true, run: (ctx) => relayClaims(ctx, chain) }];
}

import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { beatMs } from '@/lib/chains/beat';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { readQueue } from '@/lib/relay/claims/store';
import { buildBatch } from './build-batch';
import { followBatches } from './follow-batches';

/** One step: looks after the claims that are on their way, and sends more. True when more wait. */
export async function relayClaims(ctx: Context, chain: ChainKey): Promise<boolean | 'quiet'> {
  const underWay = await followBatches(ctx, chain);
  if (await buildBatch(ctx, chain)) return true;
  return underWay === 0 && (await readQueue(ctx.db, chain, ctx.clock.now())).count === 0 && 'quiet';
}

export function batchJobs(chain: ChainKey): Job[] {
  const name = `relayed ${chain}`;
  const facts = { name, everyMs: beatMs(chain), exclusive: true, stirOn: stirWord(chain) };
  return [{ ...facts, run: (ctx) => relayClaims(ctx, chain) }];
}

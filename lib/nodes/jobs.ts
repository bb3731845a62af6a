import type { ChainKey } from '@/db/vocabulary/chains';
import type { Job } from '@/lib/jobs/runner';
import { lookAtNodes } from './look-at-nodes';

export function nodeJobs(chain: ChainKey): Job[] {
  const facts = { name: `nodes ${chain}`, everyMs: 30_000, exclusive: true };
  return [{ ...facts, run: (ctx) => lookAtNodes(ctx, chain).then(() => false) }];
}

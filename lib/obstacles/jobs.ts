import type { ChainKey } from '@/db/vocabulary/chains';
import type { Job } from '@/lib/jobs/runner';
import { watchVaults } from './watch-vaults';

export function obstacleJobs(chain: ChainKey): Job[] {
  const run: Job['run'] = (ctx) => watchVaults(ctx, chain);
  return [{ name: `vaults ${chain}`, everyMs: 2_000, steady: true, exclusive: true, run }];
}

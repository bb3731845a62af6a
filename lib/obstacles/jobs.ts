import type { ChainKey } from '@/db/vocabulary';
import type { Job } from '@/lib/jobs/runner';
import { watchVaults } from './watch-vaults';

export function obstacleJobs(chain: ChainKey): Job[] {
  return [{ name: `vaults ${chain}`, everyMs: 2_000, exclusive: true, run: (ctx) => watchVaults(ctx, chain) }];
}

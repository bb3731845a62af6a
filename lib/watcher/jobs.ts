import type { ChainKey } from '@/db/vocabulary';
import { beatMs } from '@/lib/chains/beat';
import type { Listener } from '@/lib/cursors/listener';
import type { Job } from '@/lib/jobs/runner';
import { watchAndTell } from './watch-and-tell';

export function watcherJobs(chain: ChainKey, listeners: readonly Listener[]): Job[] {
  return [
    {
      name: `watch ${chain}`,
      everyMs: beatMs(chain),
      exclusive: true,
      run: (ctx) => watchAndTell(ctx, chain, listeners),
    },
  ];
}

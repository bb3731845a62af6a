import type { ChainKey } from '@/db/vocabulary/chains';
import { beatMs } from '@/lib/chains/beat';
import { stirWord } from '@/lib/chains/stir-word';
import type { Listener } from '@/lib/cursors/listener';
import type { Job } from '@/lib/jobs/runner';
import { stepsAlong } from './watch-and-tell';

export function watcherJobs(chain: ChainKey, listeners: readonly Listener[]): Job[] {
  const step = stepsAlong(chain, listeners);
  return [
    {
      name: `watch ${chain}`,
      everyMs: beatMs(chain),
      exclusive: true,
      stirOn: stirWord(chain),
      run: (ctx, _signal, stirred) => step(ctx, stirred),
    },
  ];
}

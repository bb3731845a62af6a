import type { ChainKey } from '@/db/vocabulary/chains';
import { beatMs } from '@/lib/chains/beat';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { queueDirect } from './queue-direct';

export function directJobs(chain: ChainKey): Job[] {
  return [
    {
      name: `direct ${chain}`,
      everyMs: beatMs(chain),
      exclusive: true,
      stirOn: stirWord(chain),
      run: async (ctx) => (await queueDirect(ctx, chain)) || 'quiet',
    },
  ];
}

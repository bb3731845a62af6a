import type { ChainKey } from '@/db/vocabulary/chains';
import { beatMs } from '@/lib/chains/beat';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { followTransfers } from './follow';

export function claimJobs(chain: ChainKey): Job[] {
  return [
    {
      name: `follow ${chain}`,
      everyMs: beatMs(chain) * 2,
      exclusive: true,
      stirOn: stirWord(chain),
      run: async (ctx) => (await followTransfers(ctx, chain)) === 0 && 'quiet',
    },
  ];
}

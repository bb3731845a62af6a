import type { ChainKey } from '@/db/vocabulary/chains';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { followSubmissions } from './follow';
import { submitPayouts } from './submit';

/** A call to a gateway may take 20 seconds. A step makes a few for each gateway, and asks all gateways at once. */
const maxMs = 300_000;

export function submissionJobs(chain: ChainKey): Job[] {
  return [
    {
      ...{ name: `hand over ${chain}`, everyMs: 1_000, exclusive: true, maxMs, stirOn: stirWord(chain) },
      run: async (ctx) => {
        const handed = await submitPayouts(ctx, chain);
        return handed === null ? 'quiet' : handed > 0;
      },
    },
    {
      ...{ name: `follow gateways ${chain}`, everyMs: 1_000, exclusive: true, maxMs, stirOn: stirWord(chain) },
      run: async (ctx) => (await followSubmissions(ctx, chain)) === 0 && 'quiet',
    },
  ];
}

import type { ChainKey } from '@/db/vocabulary';
import type { Job } from '@/lib/jobs/runner';
import { followSubmissions } from './follow';
import { submitPayouts } from './submit';

/** A call to a gateway may take 20 seconds; a step makes one for each gateway, at once. */
const maxMs = 300_000;

export function submissionJobs(chain: ChainKey): Job[] {
  return [
    {
      ...{ name: `hand over ${chain}`, everyMs: 1_000, exclusive: true, maxMs },
      run: async (ctx) => (await submitPayouts(ctx, chain)) > 0,
    },
    {
      ...{ name: `follow gateways ${chain}`, everyMs: 1_000, exclusive: true, maxMs },
      run: async (ctx) => {
        await followSubmissions(ctx, chain);
        return false;
      },
    },
  ];
}

import type { ChainKey } from '@/db/vocabulary/chains';
import type { Job } from '@/lib/jobs/runner';
import { lapsePayouts } from './lapse';

export function lapseJobs(chain: ChainKey): Job[] {
  return [
    {
      name: `lapse ${chain}`,
      everyMs: 1_000,
      exclusive: true,
      stirOn: 'events',
      run: async (ctx) => (await lapsePayouts(ctx, chain)) > 0 || 'quiet',
    },
  ];
}

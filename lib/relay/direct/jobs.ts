import type { ChainKey } from '@/db/vocabulary';
import { beatMs } from '@/lib/chains/beat';
import type { Job } from '@/lib/jobs/runner';
import { queueDirect } from './queue-direct';

export function directJobs(chain: ChainKey): Job[] {
  return [{ name: `direct ${chain}`, everyMs: beatMs(chain), exclusive: true, run: (ctx) => queueDirect(ctx, chain) }];
}

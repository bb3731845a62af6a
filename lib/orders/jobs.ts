import type { ChainKey } from '@/db/vocabulary/chains';
import type { Job } from '@/lib/jobs/runner';
import { checkPayIns } from './check-pay-in';

export function orderJobs(chain: ChainKey): Job[] {
  const run: Job['run'] = (ctx) => checkPayIns(ctx, chain);
  return [{ name: `pay-ins ${chain}`, everyMs: 3_000, steady: true, exclusive: true, run }];
}

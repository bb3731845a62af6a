import type { ChainKey } from '@/db/vocabulary';
import type { Job } from '@/lib/jobs/runner';
import { checkPayIns } from './check-pay-in';

export function orderJobs(chain: ChainKey): Job[] {
  return [{ name: `pay-ins ${chain}`, everyMs: 3_000, exclusive: true, run: (ctx) => checkPayIns(ctx, chain) }];
}

import type { Job } from '@/lib/jobs/runner';
import { rollUpBalances } from './roll-up';

export const ledgerJobs: Job[] = [
  { name: 'roll up balances', everyMs: 10_000, exclusive: true, run: async (ctx) => (await rollUpBalances(ctx)) < 0 },
];

import type { Job } from '@/lib/jobs/runner';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { checkDueBooks } from './check-books';

export const ledgerJobs: Job[] = [
  { name: 'roll up balances', everyMs: 10_000, exclusive: true, run: async (ctx) => (await rollUpBalances(ctx)) < 0 },
  { name: 'check books', everyMs: 60_000, exclusive: true, run: checkDueBooks },
];

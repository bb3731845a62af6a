import type { Job } from '@/lib/jobs/runner';
import { keepHours } from './hours';
import { keepLiabilities } from './liabilities';

export const deskJobs: Job[] = [
  { name: 'keep hours', everyMs: 60_000, exclusive: true, run: async (ctx) => (await keepHours(ctx)) > 0 },
  { name: 'keep liabilities', everyMs: 60_000, exclusive: true, run: async (ctx) => (await keepLiabilities(ctx)) < 0 },
];

import { keepHours } from '@/lib/desk/overview/hours';
import { keepLiabilities } from '@/lib/desk/overview/liabilities';
import type { Job } from '@/lib/jobs/runner';

export const deskJobs: Job[] = [
  { name: 'keep hours', everyMs: 60_000, exclusive: true, run: async (ctx) => (await keepHours(ctx)) > 0 },
  { name: 'keep liabilities', everyMs: 60_000, exclusive: true, run: async (ctx) => (await keepLiabilities(ctx)) < 0 },
];

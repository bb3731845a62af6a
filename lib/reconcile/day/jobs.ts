import type { Job } from '@/lib/jobs/runner';
import { openDueCloses } from './due';
import { workReconciliation } from './work';

/** Closes each merchant's day, and reads what a member asked for. */
export const reconcileJobs: Job[] = [
  {
    name: 'close days',
    everyMs: 60_000,
    exclusive: true,
    run: async (ctx) => (await openDueCloses(ctx)) < 0,
  },
  {
    name: 'reconcile',
    everyMs: 5_000,
    wakeOn: 'reconcile',
    run: async (ctx, signal) => (await workReconciliation(ctx, { signal })) !== null,
  },
];

import type { Job } from '@/lib/jobs/runner';
import { addSeconds } from '@/lib/kernel/clock';
import { deleteOldProofs } from './store';

/** A day longer than their bounds count. */
const keptDays = 2;

export const proofJobs: Job[] = [
  {
    name: 'proofs.forget',
    everyMs: 3_600_000,
    run: async ({ db, clock }) => {
      await deleteOldProofs(db, addSeconds(clock.now(), -keptDays * 86_400));
      return false;
    },
  },
];

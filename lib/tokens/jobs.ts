import type { Job } from '@/lib/jobs/runner';
import { lookAgain } from './look-again';

/** Looks every ten minutes for tokens that were not looked at for a day. */
export const tokenJobs: Job[] = [
  { name: 'tokens.look', everyMs: 600_000, exclusive: true, run: (ctx) => lookAgain(ctx).then(() => false) },
];

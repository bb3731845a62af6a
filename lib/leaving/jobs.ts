import type { Job } from '@/lib/jobs/runner';
import { closeWaiting } from './close';

export const leavingJobs: Job[] = [
  { name: 'close merchants', everyMs: 30_000, steady: true, exclusive: true, run: closeWaiting },
];

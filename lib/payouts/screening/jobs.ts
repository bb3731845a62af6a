import type { Job } from '@/lib/jobs/runner';
import { screenDue } from './screen-due';

export const screenDueJobs: Job[] = [{ name: 'screen payouts', everyMs: 1_000, exclusive: true, run: screenDue }];

import type { Job } from '@/lib/jobs/runner';
import { forgetMessages } from '@/lib/sources/forget';
import { applyMessages } from './apply';

/** Looking at what others told us. The poll is a net below the word: looks that are due again, workers that died. */
export const messageJob: Job = { name: 'messages', everyMs: 2_000, wakeOn: 'messages', run: applyMessages };

export const sourceJobs: Job[] = [
  messageJob,
  { name: 'messages.forget', everyMs: 3_600_000, exclusive: true, run: forgetMessages },
];

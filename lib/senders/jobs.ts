import type { Job } from '@/lib/jobs/runner';
import { applyNotices } from './apply';
import { forgetNotices } from './forget';

/** Looking at what others told us. The poll is a net below the word: looks that are due again, workers that died. */
export const noticeJob: Job = { name: 'notices', everyMs: 2_000, wakeOn: 'notices', run: applyNotices };

export const senderJobs: Job[] = [
  noticeJob,
  { name: 'notices.forget', everyMs: 3_600_000, exclusive: true, run: forgetNotices },
];

import type { Job } from '@/lib/jobs/runner';
import { decideUndone } from './decide-undone';
import { remindRecipients } from './remind-recipients';
import { tellMails } from './tell-mails';

export const recipientMailJobs: Job[] = [
  { name: 'recipients.tell', everyMs: 5_000, exclusive: true, run: tellMails },
  { name: 'recipients.undone', everyMs: 5_000, exclusive: true, run: decideUndone },
  { name: 'recipients.remind', everyMs: 60_000, exclusive: true, run: remindRecipients },
];

import { z } from 'zod';
import { mailKinds, mailStates } from '@/db/vocabulary/mails';
import { isoTime } from './atoms';

/** A mail to the recipient of a payout, in the words of the API and of events. */
export const mailAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(mailKinds),
    email: z.string(),
    state: z.enum(mailStates).meta({
      description:
        '`queued`: it waits. `delayed`: the server asked to try again later, and we do. `sent`: the server took it. `refused`: the server will not have it. `failed`: given up after all tries. `late`, `bounced`, `complained`: what was heard afterwards. `unsubscribed`: not sent, as its reader wants no more of your invitations.',
    }),
    smtp_code: z.int().nullable(),
    answer: z.string().nullable().meta({ description: 'The mail server’s own words, or those of a report.' }),
    retryable: z.boolean().nullable().meta({ description: 'Whether the same address may take it later.' }),
    created_at: isoTime,
    updated_at: isoTime,
  })
  .meta({ id: 'Mail' });
export type MailAnswer = z.infer<typeof mailAnswer>;

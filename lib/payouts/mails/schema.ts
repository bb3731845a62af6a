import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { createdPayoutAnswer, earlierClaimUntil } from '@/lib/payouts/schema';
import { mailbox } from '@/lib/wire/atoms';
import { mailAnswer } from '@/lib/wire/mail';

/** What merchants ask and hear about mails to their recipients; client-safe. */

export const mailList = z.object({ data: z.array(mailAnswer) }).meta({ id: 'MailList' });
export type MailList = z.infer<typeof mailList>;

export const changeRecipientBody = z
  .strictObject({
    email: mailbox.meta({ description: 'The mailbox that it is for from now on.' }),
    language: z.enum(languages).optional().meta({ description: 'Without it, as before.' }),
    notify: z.boolean().optional().meta({ description: 'Whether we mail them. Without it, as before.' }),
  })
  .meta({ id: 'ChangeRecipient' });
export type ChangeRecipientBody = z.infer<typeof changeRecipientBody>;

export const changedRecipient = createdPayoutAnswer
  .extend({ earlier_claim_until: earlierClaimUntil })
  .meta({ id: 'ChangedRecipient' });
export type ChangedRecipient = z.infer<typeof changedRecipient>;

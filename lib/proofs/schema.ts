import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { codeOfText, machineText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';
import { digitsOf } from './code-schema';

/** What the page of a claim link asks and hears about proofs; client-safe. */

export const sendCodeBody = z
  .strictObject({
    key: codeOfText(64)
      .optional()
      .meta({ description: 'The `k` of the link, where it came by mail: some codes a day are kept for who has it.' }),
    language: z
      .enum(languages)
      .optional()
      .meta({ description: 'The language of the mail; the recipient’s, or else the merchant’s, without it.' }),
  })
  .meta({ id: 'SendCode' });
export type SendCodeBody = z.infer<typeof sendCodeBody>;

export const codeSent = z
  .object({
    sent_to: z.string().meta({ description: 'The mail address, masked.', examples: ['a•••@g•••.com'] }),
    resend_after: isoTime,
    expires_at: isoTime,
  })
  .meta({ id: 'CodeSent' });
export type CodeSent = z.infer<typeof codeSent>;

export const reminderAsked = z
  .object({
    sent_to: z.string().meta({ description: 'The mail address, masked.', examples: ['a•••@g•••.com'] }),
    at: isoTime.meta({ description: 'When the link is mailed again.' }),
  })
  .meta({ id: 'ReminderAsked' });
export type ReminderAsked = z.infer<typeof reminderAsked>;

export const proveBody = z
  .strictObject({
    code: z
      .string()
      .max(40)
      .overwrite(digitsOf)
      .regex(/^\d{6}$/, 'must be the six digits of the mail'),
  })
  .meta({ id: 'ProveCode' });
export type ProveBody = z.infer<typeof proveBody>;

export const proofAnswer = z
  .object({
    proof: z.string().meta({
      description: 'Goes as `proof` with a claim. After a code it is secret, and good in this browser alone.',
    }),
    expires_at: isoTime.meta({ description: 'Until when it counts.' }),
  })
  .meta({ id: 'Proof' });
export type ProofAnswer = z.infer<typeof proofAnswer>;

/** Goes with a claim whose recipient has to prove something. */
export const proofText = machineText(200);

import { z } from 'zod';
import { type Dialect, dialects, messageOutcomes } from '@/db/vocabulary/webhooks';
import { rowNumber } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { description } from '@/lib/webhooks/endpoints/schema';
import { isoTime } from '@/lib/wire/atoms';

/** The words of the API about what others send us. */

/** A key of Standard Webhooks: base64 of 24 to 64 bytes that are shared, or of the 32 bytes of a public key. */
const standardSecret = /^(whsec_[A-Za-z0-9+/]{32,86}={0,2}|whpk_[A-Za-z0-9+/]{43}=?)$/;

/** Taken to the letter: a blank at its end may be a part of it. */
const secretText = z
  .string()
  .min(16)
  .max(500)
  .regex(/^[\x20-\x7e]*$/, 'must be letters, digits and signs of ASCII');

/** What is wrong with a secret that `isSecretOf` refuses. */
export const secretFault = 'must be a shared secret that starts with whsec_, or a public key that starts with whpk_';

/** Whether a secret is spelt as this dialect has it. */
export function isSecretOf(dialect: Dialect, secret: string): boolean {
  return dialect !== 'standard' || standardSecret.test(secret);
}

export const createSourceBody = z
  .strictObject({
    dialect: z.enum(dialects).meta({ description: 'How the other side speaks.' }),
    description: description.optional(),
    secret: secretText.optional().meta({
      description:
        'What the other side signs with; stored encrypted. With `standard`: its `whsec_…`, or its public key `whpk_…`. With `dex3`: `<merchant_public>:<merchant_private>`. Without it we make one, for the other side to sign with.',
    }),
  })
  .refine(({ dialect, secret }) => secret === undefined || isSecretOf(dialect, secret), {
    path: ['secret'],
    error: secretFault,
  })
  .meta({ id: 'CreateSource' });
export type CreateSourceBody = z.infer<typeof createSourceBody>;

export const sourceAnswer = z
  .object({
    id: z.string().meta({ examples: ['src_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    dialect: z.enum(dialects),
    description: z.string().nullable(),
    url: z.string().meta({ description: 'Where the other side has to send to.' }),
    former_secret_until: isoTime
      .nullable()
      .meta({ description: 'While its secret is being replaced: until when the one before proves messages, too.' }),
    last_notice_at: isoTime.nullable().meta({ description: 'When it last told us something that was well signed.' }),
    created_at: isoTime,
  })
  .meta({ id: 'Source' });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

export const createdSourceAnswer = sourceAnswer
  .extend({
    secret: z.string().nullable().meta({ description: 'Where we made it: shown this once. Null where you gave it.' }),
  })
  .meta({ id: 'CreatedSource' });
export type CreatedSourceAnswer = z.infer<typeof createdSourceAnswer>;

export const replaceSourceSecretBody = z
  .strictObject({
    secret: secretText.optional().meta({
      description:
        'What the other side signs with from now on. Without it we make one, for the other side to sign with.',
    }),
    overlap_seconds: z
      .int()
      .min(0)
      .max(7 * 86_400)
      .default(86_400)
      .meta({ description: 'For how long the secret before proves messages, too. 0: it ends at once.' }),
  })
  .meta({ id: 'ReplaceSourceSecret' });
export type ReplaceSourceSecretBody = z.infer<typeof replaceSourceSecretBody>;

export const sourceParams = z.object({ id: z.string().regex(idPattern('source')) });
export const sourceList = z.object({ data: z.array(sourceAnswer) }).meta({ id: 'SourceList' });
export type SourceList = z.infer<typeof sourceList>;

/** What the other side is told; a repetition is received, too, and changes nothing. */
export type MessageReceipt = { received: true; duplicate: boolean };

export const messagesQuery = z.strictObject({
  after: rowNumber('must be a message’s id').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type MessagesQuery = z.infer<typeof messagesQuery>;

const said = z.string().nullable();

export const messageOnWire = z.object({
  id: z.string(),
  received_at: isoTime,
  looked_at: isoTime.nullable(),
  outcome: z.enum(messageOutcomes).nullable().meta({ description: 'Null until a worker looked.' }),
  payout: z.string().nullable().meta({ description: 'The payout of yours that it was found to be about.' }),
  said: z
    .object({ type: z.string(), status: said, payout: said, reference: said, hash: said, amount: said })
    .nullable()
    .meta({ description: 'What it says, believed or not. Null once its content was deleted.' }),
  text: z.string().nullable().meta({ description: 'Its body, or its query where it has none; the beginning of it.' }),
});
export type MessageOnWire = z.infer<typeof messageOnWire>;
export type MessagePage = { data: MessageOnWire[]; next: string | null };

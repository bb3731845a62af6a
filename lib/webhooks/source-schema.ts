import { z } from 'zod';
import { dialects } from '@/db/vocabulary';
import { idPattern } from '@/lib/kernel/ids';
import { description, isoTime } from './schema';

/** The words of the API about what others send us. */

/** A key of Standard Webhooks: base64 of 24 to 64 bytes that are shared, or of the 32 bytes of a public key. */
const standardSecret = /^(whsec_[A-Za-z0-9+/]{32,86}={0,2}|whpk_[A-Za-z0-9+/]{43}=?)$/;

export const createSourceBody = z
  .strictObject({
    dialect: z.enum(dialects).meta({ description: 'How the other side speaks.' }),
    description: description.optional(),
    secret: z.string().min(16).max(500).meta({
      description:
        'What the other side signs with; stored encrypted. With `standard`: its `whsec_…`, or its public key `whpk_…`. With `dex3`: `<merchant_public>:<merchant_private>`.',
    }),
  })
  .refine(({ dialect, secret }) => dialect !== 'standard' || standardSecret.test(secret), {
    path: ['secret'],
    error: 'must be a shared secret that starts with whsec_, or a public key that starts with whpk_',
  })
  .meta({ id: 'CreateSource' });
export type CreateSourceBody = z.infer<typeof createSourceBody>;

export const sourceAnswer = z
  .object({
    id: z.string().meta({ examples: ['src_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    dialect: z.enum(dialects),
    description: z.string().nullable(),
    url: z.string().meta({ description: 'Where the other side has to send to.' }),
    created_at: isoTime,
  })
  .meta({ id: 'Source' });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

export const sourceParams = z.object({ id: z.string().regex(idPattern('source')) });
export const sourceList = z.object({ data: z.array(sourceAnswer) }).meta({ id: 'SourceList' });
export type SourceList = z.infer<typeof sourceList>;

/** What the other side is told; a repetition is received, too, and changes nothing. */
export type NoticeReceipt = { received: true; duplicate: boolean };

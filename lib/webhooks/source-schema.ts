import { z } from 'zod';
import { dialects } from '@/db/vocabulary';
import { idPattern } from '@/lib/kernel/ids';
import { description, isoTime } from './schema';

/** The words of the API about what others send us. */

export const createSourceBody = z
  .strictObject({
    dialect: z.enum(dialects),
    description: description.optional(),
    secret: z.string().min(16).max(500).meta({ description: 'What the other side signs with; stored encrypted.' }),
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

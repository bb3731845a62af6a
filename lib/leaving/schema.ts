import { z } from 'zod';
import { lineOfText } from '@/lib/kernel/text';

/** Everything that is a merchant's, by kinds. */
export const exportKinds = ['payouts', 'books', 'events', 'receipts', 'audit'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportQuery = z.strictObject({
  of: z.enum(exportKinds),
  format: z.enum(['csv', 'jsonl']).default('csv'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

export const closeBody = z
  .strictObject({
    open: z.enum(['cancel', 'wait']).meta({
      description:
        '`cancel`: open payouts are taken back, as far as nothing signed may still be paid. `wait`: they may be paid until they run out.',
    }),
    reason: lineOfText(300).meta({ description: 'Why, for those who run the installation.' }),
  })
  .meta({ id: 'CloseMerchant' });
export type CloseBody = z.infer<typeof closeBody>;

export const closingAnswer = z
  .object({
    state: z.enum(['closing', 'closed']),
    open: z.int().meta({ description: 'Payouts and orders that are still open.' }),
  })
  .meta({ id: 'Closing' });
export type ClosingAnswer = z.infer<typeof closingAnswer>;

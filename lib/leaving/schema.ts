import { z } from 'zod';

/** Everything that is a merchant's, by kinds. */
export const exportKinds = ['payouts', 'books', 'events', 'receipts', 'audit'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportQuery = z.strictObject({
  of: z.enum(exportKinds),
  format: z.enum(['csv', 'jsonl']).default('csv'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

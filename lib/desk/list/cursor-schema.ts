import { z } from 'zod';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { idPattern } from '@/lib/kernel/ids';
import { payoutSorts, type SortColumn } from './schema';

/** What a cursor of the list of payouts holds; anybody can write one. */

/** How its list is sorted, whether it holds what a reference begins with, and the values of the row that it stands at. */
export const cursorParts = z.tuple([z.enum(payoutSorts), z.boolean()]).rest(z.string());

const id = z.string().regex(idPattern('payout'));
// PostgreSQL has no text with a null character in it.
const text = z.string().refine((given) => given !== '' && !given.includes('\0'));
const number = z.string().regex(/^\d{1,130}(\.\d{1,40})?$/);

/** The values by which each order places a row. */
export const keysOf: Record<SortColumn, z.ZodType<string[]>> = {
  created: z.tuple([id]),
  amount: z.tuple([number, id]),
  status: z.tuple([z.enum(payoutStatuses), id]),
  reference: z.tuple([text]),
};

import { z } from 'zod';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { payableLine } from '@/lib/by-hand/sightings/schema';

/** What the page for paying by hand shows; client-safe. */

const time = z.iso.datetime();

export const payLine = payableLine.extend({
  /** Who holds it, by the name that the team knows. */
  holder: z.string().nullable(),
  /** A person said that nothing was signed; it is free once this block is final and showed nothing. */
  unsigned_from_block: z.string().nullable(),
  /** What the wallet has taken into its keeping: then only it, or the chain, can end this. Null while it said nothing. */
  taken_as: z.enum(['proposal', 'batch']).nullable(),
  /** When the network showed the payment first; null while nobody but the wallet may know of it. */
  seen_at: time.nullable(),
});
export type PayLine = z.infer<typeof payLine>;

export const payPage = z.object({
  lines: z.array(payLine),
  next_cursor: z.string().nullable(),
  /** Of the payouts that were asked for by id: those that are not to be paid by hand, as they stand. */
  left_out: z.array(z.object({ id: z.string(), reference: z.string(), status: z.enum(payoutStatuses) })),
});
export type PayPage = z.infer<typeof payPage>;

import { z } from 'zod';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';

/** What the overview shows; client-safe. */

const count = z.int();
const asset = { chain: chainKey, symbol: z.string() };

/** Counts stop here, one more stands for "more than that": that there are so many is all that anybody needs to know. */
export const maxCounted = 1_000;

export const statusCounts = z.partialRecord(z.enum(payoutStatuses), count);
export type StatusCounts = z.infer<typeof statusCounts>;

/** Each counted up to `mostCounted`. */
export const needCounts = z.object({
  approval: count,
  payment: count,
  vaults: count,
  /** Handed to a wallet that has not answered for minutes, and nobody said that it was not signed. */
  unanswered: count,
  funds: count,
  blocked: count,
  stuck: count,
  failed: count,
  unknown: count,
  exhausted: count,
  endpoints: count,
  differences: count,
  /** Orders that wait for a person’s verdict. */
  disputes: count,
});
export type NeedCounts = z.infer<typeof needCounts>;

export const overview = z.object({
  needs: needCounts,
  today: z.object({
    /** The day in the reader's zone, as 2026-01-31. */
    day: z.string(),
    created: count,
    paid: count,
    assets: z.array(z.object({ ...asset, created: count, paid: count, amount: z.string() })),
    /** Seconds from creation to payment, about; null where nothing was paid. */
    median_wait: z.number().nullable(),
  }),
  /** The last thirty days, oldest first, every day once. */
  days: z.array(z.string()),
  /** Paid by day: one number per day. `amounts` are exact, decimal text. */
  paid: z.array(z.object({ ...asset, counts: z.array(count), amounts: z.array(z.string()), total: z.string() })),
  waits: z.object({ bars: z.array(z.object({ words: z.string(), count })), median: z.number().nullable() }),
  open: z.object({
    as_of: z.iso.datetime(),
    ages: z.array(z.string()),
    assets: z.array(z.object({ ...asset, counts: z.array(count), amounts: z.array(z.string()), total: z.string() })),
  }),
  /** Whether the merchant has any payout at all: without one there is nothing to look at yet. */
  empty: z.boolean(),
});
export type Overview = z.infer<typeof overview>;

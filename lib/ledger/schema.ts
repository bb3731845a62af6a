import { z } from 'zod';
import { accountKinds, postingKinds } from '@/db/vocabulary/books';
import { chainKey } from '@/lib/chains/chain-key';
import { givenDay } from '@/lib/kernel/given-schema';
import { codeOfText, lineOfText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';

/** The books as the desk shows them; client-safe. A line moves its amount from the credit to the debit account. */

const day = givenDay;
export const postingId = z.string().regex(/^ps_[0-9a-z]{26}$/, 'must be the id of a posting');

/** What the list and its export have in common. Days are whole ones of the asker's zone, both inclusive. */
export const bookFilters = z.strictObject({
  account: z.enum(accountKinds).optional(),
  kind: z.enum(postingKinds).optional(),
  chain: chainKey.optional(),
  asset: codeOfText(60).optional(),
  /** A payout's id or its reference. */
  payout: lineOfText(300).optional(),
  from: day.optional(),
  to: day.optional(),
});
export type BookFilters = z.infer<typeof bookFilters>;

/** A page of them, the newest first: `after` is the last posting of the page before. */
export const bookQuery = bookFilters.extend({ after: postingId.optional() });
export type BookQuery = z.infer<typeof bookQuery>;

const payoutOfPosting = z.object({ id: z.string(), reference: z.string() });

export const bookLine = z.object({
  id: z.string(),
  posting: z.string(),
  kind: z.enum(postingKinds),
  at: isoTime,
  chain: chainKey.nullable(),
  asset: z.string(),
  from: z.enum(accountKinds),
  to: z.enum(accountKinds),
  amount: z.string(),
  payout: payoutOfPosting.nullable(),
});
export type BookLine = z.infer<typeof bookLine>;

export const bookPage = z.object({
  lines: z.array(bookLine),
  next: z.string().nullable(),
  /** Set when the page is short because enough was looked through: how far it got. `next` goes on from there. */
  looked_back_to: isoTime.nullable(),
});
export type BookPage = z.infer<typeof bookPage>;

/** Chain and its name are null where the asset is on no chain. */
export const assetBooks = z.object({
  chain: chainKey.nullable(),
  chain_name: z.string().nullable(),
  asset: z.string(),
  accounts: z.array(z.object({ account: z.enum(accountKinds), balance: z.string() })),
});
export type AssetBooks = z.infer<typeof assetBooks>;

/** What a check found wrong: `sum` a balance is not its lines, `promise` not the open payouts, `total` not zero. */
export const bookFault = z.object({
  kind: z.enum(['sum', 'promise', 'total']),
  chain: chainKey.nullable(),
  asset: z.string(),
  account: z.enum(accountKinds).nullable(),
  booked: z.string(),
  expected: z.string(),
});
export type BookFault = z.infer<typeof bookFault>;

export const bookCheck = z.object({ checked_at: isoTime, accounts: z.int(), faults: z.array(bookFault) });
export type BookCheck = z.infer<typeof bookCheck>;

/**
 * What the last check says of the books as they are: `unchecked` there is none, `partial` it did not see every account,
 * `old` it is more than a day old. Only `right` looked at everything, not long ago, and found nothing.
 */
export const bookStandings = ['unchecked', 'wrong', 'partial', 'old', 'right'] as const;
export type BookStanding = (typeof bookStandings)[number];

export const books = z.object({
  assets: z.array(assetBooks),
  check: bookCheck.nullable(),
  standing: z.enum(bookStandings),
});
export type Books = z.infer<typeof books>;

export const postingOnPage = z.object({
  id: z.string(),
  kind: z.enum(postingKinds),
  at: isoTime,
  /** What was booked, once: with the kind it names this posting for ever. */
  origin_ref: z.string(),
  payout: payoutOfPosting.nullable(),
  /** The chain's own log of it, where it has one. */
  log: z
    .object({
      chain: chainKey,
      chain_name: z.string(),
      hash: z.string(),
      log_index: z.int().nullable(),
      explorer_url: z.string().nullable(),
    })
    .nullable(),
  reverses: z.string().nullable(),
  reversed_by: z.string().nullable(),
  lines: z.array(bookLine),
});
export type PostingOnPage = z.infer<typeof postingOnPage>;

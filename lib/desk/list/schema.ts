import { z } from 'zod';
import { payoutDeliveries, payoutStatuses, railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { givenDay } from '@/lib/kernel/given-schema';
import { codeOfText, lineOfText, machineText } from '@/lib/kernel/text';
import { payoutAnswer } from '@/lib/wire/payout';

/** What the desk asks for and shows of payouts; client-safe. */

/** Reasons for which a payout needs a person. */
export const payoutNeeds = ['approval', 'payment', 'funds', 'blocked', 'stuck', 'failed', 'unknown'] as const;
export type PayoutNeed = (typeof payoutNeeds)[number];

/** What the list can be sorted by; with a minus, the other way round. */
export const sortColumns = ['created', 'amount', 'status', 'reference'] as const;
export type SortColumn = (typeof sortColumns)[number];
export const payoutSorts = [...sortColumns, '-created', '-amount', '-status', '-reference'] as const;
export type PayoutSort = (typeof payoutSorts)[number];
export function columnOf(sort: PayoutSort): SortColumn {
  const [column] = sortColumns.filter((one) => sort === one || sort === `-${one}`);
  if (!column) throw new Error(`No column sorts by ${sort}`);
  return column;
}
/** The newest first. */
export const usualSort = '-created' as const satisfies PayoutSort;

const day = givenDay;
const decimal = z.string().regex(/^\d{1,40}(\.\d{1,40})?$/, 'must be a plain number such as 25.00');
const cursor = machineText(400);

/** Which payouts: what the list, its export and a saved view have in common. Days are whole ones of the asker's zone, both inclusive. */
export const payoutFilters = z.strictObject({
  q: lineOfText(300).optional(),
  status: z.enum(payoutStatuses).optional(),
  needs: z.enum(payoutNeeds).optional(),
  rail: z.enum(railIds).optional(),
  delivery: z.enum(payoutDeliveries).optional(),
  chain: chainKey.optional(),
  asset: codeOfText(20).optional(),
  amount_min: decimal.optional(),
  amount_max: decimal.optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(payoutSorts).optional(),
});
export type PayoutFilters = z.infer<typeof payoutFilters>;

/** A page of them: without a cursor the first one, `after` one and `before` one otherwise. */
export const payoutListQuery = payoutFilters.extend({ after: cursor.optional(), before: cursor.optional() });
export type PayoutListQuery = z.infer<typeof payoutListQuery>;

export const payoutRow = payoutAnswer.pick({
  id: true,
  status: true,
  version: true,
  rail: true,
  delivery: true,
  chain: true,
  asset: true,
  amount: true,
  net: true,
  fee: true,
  recipient: true,
  reference: true,
  description: true,
  awaiting_funds: true,
  obstacle: true,
  cancellation: true,
  transfer: true,
  failure_reason: true,
  created_at: true,
  completed_at: true,
});
export type PayoutRow = z.infer<typeof payoutRow>;

export const payoutList = z.object({
  rows: z.array(payoutRow),
  /** As asked; else newest first, or by reference where only the beginning of one leads to these. */
  sort: z.enum(payoutSorts),
  /** Cursors of the pages beside this one; null where there is none. */
  after: z.string().nullable(),
  before: z.string().nullable(),
  /** Set when the page is short because enough was looked through: when that was created at which it stopped. `after` goes on. */
  looked_back_to: z.iso.datetime().nullable(),
  /** How the search was understood; `text`: somewhere in a reference or a description. */
  found_by: z.enum(['id', 'text', 'reference', 'address', 'email', 'hash']).nullable(),
});
export type PayoutList = z.infer<typeof payoutList>;

/** What a page that is open already asks: how its rows are now, and how many newer ones there are. */
export const payoutNewsQuery = payoutFilters.extend({
  ids: machineText(4000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string().regex(/^po_[0-9a-z]{26}$/)).max(100)),
  /** The newest row that the page has, when it is a first page of newest ones. */
  top: z
    .string()
    .regex(/^po_[0-9a-z]{26}$/)
    .optional(),
});
export type PayoutNewsQuery = z.output<typeof payoutNewsQuery>;

export const payoutNews = z.object({
  rows: z.array(payoutRow),
  /** Counted up to `mostNewer`. */
  newer: z.int(),
});
export type PayoutNews = z.infer<typeof payoutNews>;
export const maxNewer = 99;

export const savedView = z.object({ id: z.string(), name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof savedView>;

export const savedViewBody = z.strictObject({
  name: lineOfText(60),
  query: machineText(1000),
});
export type SavedViewBody = z.infer<typeof savedViewBody>;

/** What a page may hear about: each change names one of these. */
export const liveTopics = [
  'payouts',
  'verifications',
  'orders',
  'rewards',
  'webhooks',
  'gateways',
  'keys',
  'team',
  'settings',
  'vaults',
  'ledger',
  'reconcile',
  'audit',
] as const;
export type LiveTopic = (typeof liveTopics)[number];

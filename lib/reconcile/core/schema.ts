import { z } from 'zod';
import { clearingAccounts, closeStatuses, reconciliationStatuses } from '@/db/vocabulary/books';
import { differenceKinds, differenceStatuses, resolutionWays } from '@/db/vocabulary/differences';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { givenDay } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { blockOfText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';

/** The words of closing the books: what is read, what differs, what a day's page says. */

const decimalText = z.string();
const evmAddress = z.string();
const count = z.int();
const day = givenDay.meta({ description: 'A day in UTC, such as 2026-01-31.' });
const person = z.object({ user_id: z.string(), name: z.string() });
const noteText = blockOfText(500, 3);

export const countsOnWire = z.object({
  moves: count,
  claims: count,
  settlements: count,
  bookings: count,
  matched: count,
  repaired: count,
});

export const reconciliationOnWire = z.object({
  id: z.string(),
  chain: chainKey,
  day,
  status: z.enum(reconciliationStatuses),
  reason: z.string().nullable(),
  from_block: z.string().nullable(),
  to_block: z.string().nullable(),
  /** How much of it is read, in percent. */
  progress: z.int(),
  counts: countsOnWire,
  created_at: isoTime,
  finished_at: isoTime.nullable(),
});
export type ReconciliationOnWire = z.infer<typeof reconciliationOnWire>;

export const assetTotalsOnWire = z.object({
  symbol: z.string(),
  balance: decimalText.nullable(),
  booked: decimalText.nullable(),
  difference: decimalText.nullable(),
  available: decimalText,
  committed: decimalText,
  in_flight: decimalText,
  owed: decimalText,
  suspense: decimalText,
  paid: decimalText,
  fees: decimalText,
  deposits: decimalText,
  outflows: decimalText,
});

export const closeOnWire = z.object({
  id: z.string(),
  chain: chainKey,
  chain_name: z.string(),
  day,
  version: count,
  status: z.enum(closeStatuses),
  reason: z.string().nullable(),
  complete: z.boolean().meta({ description: 'Whether all of the day was final when it was closed.' }),
  from_block: z.string().nullable(),
  to_block: z.string().nullable(),
  balance_block: z.string().nullable(),
  assets: z.array(assetTotalsOnWire),
  counts: countsOnWire,
  differences: z.array(z.string()).meta({ description: 'What was not resolved when it was made.' }),
  made_by: z.string().nullable().meta({ description: 'A member by name; null when it was made by itself.' }),
  created_at: isoTime,
});
export type CloseOnWire = z.infer<typeof closeOnWire>;

export const namedPayout = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(payoutStatuses),
  amount: decimalText,
  created_at: isoTime,
});
export type NamedPayout = z.infer<typeof namedPayout>;

/** What a person may do about a difference. */
export const resolvingWays = ['payout', 'account', 'reversed', 'explained', 'accepted', 'refused'] as const;
export type ResolvingWay = (typeof resolvingWays)[number];

export const differenceOnWire = z.object({
  id: z.string(),
  kind: z.enum(differenceKinds),
  status: z.enum(differenceStatuses),
  chain: chainKey,
  chain_name: z.string(),
  asset: z.string().nullable(),
  amount: decimalText.nullable(),
  hash: z.string().nullable(),
  explorer_url: z.string().nullable(),
  log_index: z.int().nullable(),
  block_number: z.string().nullable(),
  block_time: isoTime.nullable(),
  from: evmAddress.nullable(),
  to: evmAddress.nullable(),
  title: z.string(),
  detail: z.string(),
  action: z.string().meta({ description: 'What resolves it.' }),
  ways: z.array(z.enum(resolvingWays)),
  payout: namedPayout.nullable(),
  candidates: z.array(namedPayout),
  owner: person.nullable().meta({
    description: 'The member who has it in hand; while it is `open`, the owner of the account who is with it longest.',
  }),
  note: z.string().nullable(),
  resolved: z
    .object({
      by: z.enum(resolutionWays),
      account: z.enum(clearingAccounts).nullable(),
      person: person.nullable(),
      at: isoTime,
    })
    .nullable(),
  found_at: isoTime,
});
export type DifferenceOnWire = z.infer<typeof differenceOnWire>;

export const differenceQuery = z.strictObject({
  status: z.enum([...differenceStatuses, 'unresolved']).default('unresolved'),
  chain: chainKey.optional(),
  owner_id: z.string().regex(idPattern('user')).optional(),
  cursor: z.string().regex(idPattern('difference')).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DifferenceQuery = z.infer<typeof differenceQuery>;

export const differenceParams = z.object({ id: z.string().regex(idPattern('difference')) });

export const differencePage = z.object({ data: z.array(differenceOnWire), next_cursor: z.string().nullable() });
export type DifferencePage = z.infer<typeof differencePage>;

export const startBody = z.strictObject({
  chain: chainKey.optional().meta({ description: 'One chain; without it, all of yours.' }),
  day: day.optional().meta({ description: 'A day to close again; without it, today as far as it is final.' }),
});
export type StartBody = z.infer<typeof startBody>;

export const startAnswer = z.object({ data: z.array(reconciliationOnWire) });
export type StartAnswer = z.infer<typeof startAnswer>;

export const assignBody = z.strictObject({
  owner_id: z.string().regex(idPattern('user')).nullable().meta({ description: 'A member of the team; null: nobody.' }),
  note: blockOfText(500, 0).optional(),
});
export type AssignBody = z.infer<typeof assignBody>;

export const resolveBody = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('payout'),
    payout_id: z.string().regex(idPattern('payout')),
    note: noteText.optional(),
  }),
  z.strictObject({ as: z.literal('account'), account: z.enum(clearingAccounts), note: noteText }),
  z.strictObject({ as: z.literal('reversed'), note: noteText }),
  z.strictObject({ as: z.literal('explained'), note: noteText }),
  z.strictObject({ as: z.literal('accepted'), note: noteText }),
  z.strictObject({ as: z.literal('refused'), note: noteText }),
]);
export type ResolveBody = z.infer<typeof resolveBody>;

/** How each chain stands now. */
export const reconciliationState = z.object({
  today: day,
  chains: z.array(
    z.object({
      chain: chainKey,
      name: z.string(),
      running: reconciliationOnWire.nullable(),
      latest: closeOnWire.nullable(),
      unresolved: count,
    }),
  ),
});
export type ReconciliationState = z.infer<typeof reconciliationState>;

export const closeParams = z.object({ chain: chainKey, day });

export const closeQuery = z.strictObject({ before: day.optional() });
export const closeList = z.object({ data: z.array(closeOnWire), before: day.nullable() });
export type CloseList = z.infer<typeof closeList>;

export const closeVersions = z.object({ data: z.array(closeOnWire), differences: z.array(differenceOnWire) });
export type CloseVersions = z.infer<typeof closeVersions>;

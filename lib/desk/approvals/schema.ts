import { z } from 'zod';
import { approvalState } from '@/lib/approvals/schema';
import { actorOnPage } from '@/lib/desk/story/schema';
import { payoutAnswer } from '@/lib/wire/payout';

/** What the approvals page shows of each payout that waits; client-safe. */

export const awaitingLine = z.object({
  payout: payoutAnswer,
  approval: approvalState,
  made_by: actorOnPage.nullable(),
  given_by: z.array(actorOnPage),
  /** Whether the one who looks may give the next consent. */
  stands: z.enum(['asks_you', 'made_by_you', 'made_by_your_key', 'given_by_you', 'asks_others']),
  /** Why people are asked: what the rule of its asset says now, or `earlier_rule` when that has changed since. */
  because: z.enum(['two_from', 'one_from', 'new_destination', 'earlier_rule']),
  from_amount: z.string().nullable(),
  /** Whether this merchant has ever paid that address; null while the address is not known. */
  paid_before: z.boolean().nullable(),
  /** Addresses paid before that begin and end like this one. */
  resembles: z.array(z.string()),
});
export type AwaitingLine = z.infer<typeof awaitingLine>;

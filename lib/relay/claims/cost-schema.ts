import { z } from 'zod';
import { relayReasons } from '@/db/vocabulary/relay';
import { chainKey } from '@/lib/chains/chain-key';
import { givenDay } from '@/lib/kernel/given-schema';
import { decimalText } from '@/lib/wire/atoms';

/** What sending for a merchant costs, as desk and API show it; client-safe. */

/** Days are whole ones of the asker's zone, both inclusive; UTC on the API. */
export const relayCostsQuery = z
  .strictObject({
    from: givenDay.optional().meta({ description: 'The first day, in UTC; 30 days before `to` without it.' }),
    to: givenDay
      .optional()
      .meta({ description: 'The last day, in UTC; today without it. At most 92 days in one answer.' }),
  })
  .meta({ id: 'ListRelayCosts' });
export type RelayCostsQuery = z.infer<typeof relayCostsQuery>;

const networkFee = z.object({ amount: decimalText, currency: z.string() });

export const relayCosts = z
  .object({
    day: z.string().meta({ description: 'On which they were asked for.', examples: ['2026-01-31'] }),
    chain: chainKey,
    paid: z.int().meta({ description: 'Payouts that we sent and a final block has.' }),
    waiting: z.int().meta({ description: 'Those that wait or are on their way.' }),
    network_fee: networkFee.meta({
      description: 'What the network took from the portal for them, also for those that it passed over.',
    }),
    fees: z
      .array(z.object({ asset: z.string(), amount: decimalText }))
      .meta({ description: 'What the fees of the paid ones brought, by asset.' }),
    fees_worth: networkFee.nullable().meta({
      description:
        'What those fees are worth in the network’s currency at today’s rates, rounded down; null without a rate for one of them.',
    }),
    shortfall: networkFee.nullable().meta({
      description:
        'How much more the network took than `fees_worth`; null where the fees cover it, or nobody can tell.',
    }),
    without_fee: z.object({ payouts: z.int(), network_fee: networkFee }).meta({
      description: 'The part of `network_fee` that no fee stands against: what bore no fee, or was not paid by us.',
    }),
  })
  .meta({ id: 'RelayCosts' });
export type RelayCosts = z.infer<typeof relayCosts>;

export const relayCostsList = z.object({ data: z.array(relayCosts) }).meta({ id: 'RelayCostsList' });

/** More than this is not told: it says nothing that a merchant has to act on. */
export const maxLeft = 100_000;

/** Whether the portal sends on a network now, and for how many more payouts its accounts there hold enough. */
export const relayStanding = z.object({
  chain: chainKey,
  reason: z.enum(relayReasons).nullable(),
  /** Null where there is no account, or none was looked at yet. */
  claims_left: z.int().nullable(),
});
export type RelayStanding = z.infer<typeof relayStanding>;

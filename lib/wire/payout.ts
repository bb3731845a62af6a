import { z } from 'zod';
import {
  feePayers,
  obstacles,
  payoutDeliveries,
  payoutStatuses,
  railIds,
  recipientTypes,
  transferStatuses,
} from '@/db/vocabulary/payouts';
import { failureCodes } from '@/db/vocabulary/reasons';
import { relayedStatuses, relayReasons } from '@/db/vocabulary/relay';
import { chainKey } from '@/lib/chains/chain-key';
import { decimalText, evmAddress, evmHash, isoTime, webUrl } from './atoms';
import { mailAnswer } from './mail';

/** A payout in the words of the API, of events and of their dialects. */

export const failureCode = z
  .enum(failureCodes)
  .nullable()
  .meta({ description: 'What `failure_reason` says, for programs; more codes may come.' });

export const cancellationAnswer = z
  .object({
    state: z.literal('waiting'),
    effective_at: isoTime.meta({ description: 'When the last signed payout that was handed out lapses.' }),
    on_chain: z.object({ word: z.string(), mask: z.string() }).optional().meta({
      description:
        'For a link with a key of its own, which is signed for as long as it is good: `cancel(vault, word, mask)` of the contract, by the vault or its guardian, ends it sooner.',
    }),
  })
  .meta({ id: 'Cancellation' });

export const transferAnswer = z
  .object({
    id: z.string(),
    status: z.enum(transferStatuses),
    hash: evmHash,
    recipient: evmAddress.nullable(),
    block_number: z.string().nullable(),
    confirmations: z.int(),
    confirmations_needed: z.int(),
    explorer_url: webUrl.nullable(),
    failure_code: failureCode,
    failure_reason: z.string().nullable(),
    seen_at: isoTime
      .nullable()
      .meta({ description: 'When the network first showed it; null while only its hash was reported.' }),
    created_at: isoTime.meta({ description: 'When it was reported or seen, whichever was first.' }),
  })
  .meta({ id: 'Transfer' });

export const relayAnswer = z
  .object({
    state: z.enum(relayedStatuses).meta({
      description:
        '`queued`: it waits to be sent, see `reason`. `under_way`: it is signed. `paid`: a final block has it. `ended`: we do not send it.',
    }),
    reason: z.enum(relayReasons).nullable().meta({ description: 'Why it waits or ended; more codes may come.' }),
    network_fee: z
      .object({ amount: decimalText, currency: z.string() })
      .meta({ description: 'What the network took for it so far. We paid that, not you and not the recipient.' }),
  })
  .meta({ id: 'PayoutRelay' });

export const displayAnswer = z
  .object({
    currency: z.string(),
    amount: decimalText,
    rate: decimalText.meta({ description: 'About how much of the asset one of the currency counts.' }),
    quote_id: z.string().nullable().meta({ description: 'What the amounts are from, with all that it came from.' }),
    valid_until: isoTime.nullable().meta({
      description:
        'After this its recipient accepts a new quote before it is paid, and the amounts become those. Null where they stand for good.',
    }),
  })
  .meta({ id: 'DisplayedAmount' });

export const payoutAnswer = z
  .object({
    id: z.string().meta({ examples: ['po_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    status: z.enum(payoutStatuses),
    version: z.int().meta({ description: 'Grows with every change; the highest one is the truth.' }),
    rail: z.enum(railIds),
    delivery: z.enum(payoutDeliveries).meta({
      description: '`send`: we send it to its wallet by ourselves. `claim`: everything else.',
    }),
    chain: chainKey,
    asset: z.string(),
    amount: decimalText.meta({ description: 'As you asked for it.' }),
    fee: decimalText,
    net: decimalText.meta({ description: 'What the recipient gets.' }),
    fee_payer: z.enum(feePayers),
    display: displayAnswer
      .nullable()
      .meta({ description: 'Where it was asked for in another currency: how much of that it is said to be.' }),
    recipient: z.object({
      type: z.enum(recipientTypes),
      address: evmAddress.optional(),
      email: z.string().optional(),
      claim_key: evmAddress.optional().meta({ description: 'The key behind the link’s #, which names who is paid.' }),
      prove: z.enum(['signature']).optional().meta({ description: 'Its wallet signs before it is paid.' }),
    }),
    reference: z.string(),
    description: z.string().nullable(),
    return_url: z.string().nullable(),
    cancel_url: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    awaiting_funds: z
      .boolean()
      .meta({ description: 'It waits for you to fill up the vault, its allowance or the signer’s daily limit.' }),
    obstacle: z
      .object({
        cause: z.enum(obstacles).meta({ description: 'Each has its words at /docs/errors.' }),
        since: isoTime,
        held: decimalText.optional().meta({
          description: 'With `gateway_funds` or `gateway_coins`: what the hot wallet held, of the asset or of coins.',
        }),
        needed: decimalText.optional().meta({ description: 'With `gateway_funds`: what this payout takes.' }),
      })
      .nullable()
      .meta({ description: 'What keeps it from being paid now; it goes on by itself once that has passed.' }),
    cancellation: cancellationAnswer.nullable(),
    transfer: transferAnswer.nullable().meta({ description: 'The latest attempt to move the money.' }),
    relay: relayAnswer
      .nullable()
      .meta({ description: 'How we send it, and what that took; null where nothing was put into our queue.' }),
    failure_code: failureCode,
    failure_reason: z.string().nullable(),
    expires_at: isoTime,
    completed_at: isoTime.nullable(),
    created_at: isoTime,
    updated_at: isoTime,
  })
  .meta({ id: 'Payout' });
export type PayoutAnswer = z.infer<typeof payoutAnswer>;

/** What an event tells: the payout, with `payout.completed` its receipt, with `mail.…` the mail. */
export const toldPayout = payoutAnswer.extend({
  mail: mailAnswer.optional().meta({ description: 'Only with `mail.…`: the mail that it tells of.' }),
  receipt: z.string().nullable().optional().meta({
    description:
      'Only with `payout.completed`: the signed receipt, as GET /api/v1/payouts/:id/receipt has it. Null where a person took for paid what the network paid otherwise than agreed.',
  }),
});
export type ToldPayout = z.infer<typeof toldPayout>;

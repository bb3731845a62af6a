import { z } from 'zod';
import { feePayers, railIds } from '@/db/vocabulary/payouts';
import { quoteSides } from '@/db/vocabulary/rates';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { codeOfText } from '@/lib/kernel/text';
import { createPayoutFields, displayAsked } from '@/lib/payouts/schema';
import { decimalText, isoTime } from '@/lib/wire/atoms';

/** The words of the API about quotes. */

export const createQuoteBody = z
  .strictObject({
    display: displayAsked
      .partial({ amount: true })
      .meta({ description: 'The currency that the amount is said in. With `amount`, that much of it is quoted.' }),
    amount: decimalText.optional().meta({ description: 'Instead of `display.amount`: the amount in the asset.' }),
    asset: codeOfText(20).meta({ description: 'What it is paid in; one of those set up for you.', examples: ['USDT'] }),
    chain: chainKey,
    fee_payer: z.enum(feePayers).default('recipient'),
    rail: z.enum(railIds).default('contract'),
    expires_in: z
      .int()
      .min(10)
      .max(900)
      .optional()
      .meta({ description: 'Seconds that it can be accepted for; as the portal is set without it, usually 120.' }),
  })
  .refine(({ display, amount }) => (display.amount === undefined) !== (amount === undefined), {
    path: ['amount'],
    message: 'needs either `display.amount` or `amount`',
  })
  .meta({ id: 'CreateQuote' });
export type CreateQuoteBody = z.infer<typeof createQuoteBody>;

const money = z.object({ currency: z.string(), amount: decimalText });
const rate = z.object({
  base: z.string(),
  counter: z.string(),
  rate: decimalText.meta({ description: 'About how many of `counter` one of `base` counts.' }),
  exact: z.string().meta({ description: 'The same as an exact fraction, such as `25/4003`.' }),
});

export const quoteAnswer = z
  .object({
    id: z.string().meta({ examples: ['qu_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    status: z.enum(['open', 'accepted', 'expired']),
    given: z.enum(quoteSides).meta({ description: 'Which amount you gave; the others were worked out.' }),
    display: money.meta({ description: 'As it is said: rounded up where it was worked out.' }),
    wallet: money.meta({ description: 'What leaves your vault or wallet: `paid` and `fee`.' }),
    paid: money.meta({ description: 'What the recipient gets: rounded down where it was worked out.' }),
    fee: money,
    fee_payer: z.enum(feePayers),
    display_rate: rate.meta({ description: 'What was applied, after your spread.' }),
    exchange_rate: rate.meta({ description: 'Between `wallet` and `paid`: you pay from what you hold, so it is 1.' }),
    spread_bps: z.int(),
    rail: z.enum(railIds),
    chain: chainKey,
    asset: z.string(),
    payout_id: z.string().nullable().meta({ description: 'The payout that it was accepted for.' }),
    evidence: z
      .record(z.string(), z.unknown())
      .meta({ description: 'All readings that the rate came from, with which it can be worked out again.' }),
    created_at: isoTime,
    expires_at: isoTime,
    accepted_at: isoTime.nullable(),
  })
  .meta({ id: 'Quote' });
export type QuoteAnswer = z.infer<typeof quoteAnswer>;

const ofQuote = {
  amount: true,
  display: true,
  asset: true,
  chain: true,
  fee_payer: true,
  rail: true,
  options: true,
} as const;
export const acceptQuoteBody = createPayoutFields.omit(ofQuote).meta({ id: 'AcceptQuote' });
export type AcceptQuoteBody = z.infer<typeof acceptQuoteBody>;

/** What the holder of a claim link is quoted. */
export const offerBody = z
  .strictObject({
    asset: codeOfText(20).optional().meta({ description: 'One of `options` of the link; its own without it.' }),
    chain: chainKey.optional(),
  })
  .meta({ id: 'AskClaimQuote' });
export type OfferBody = z.infer<typeof offerBody>;

export const offeredQuote = z
  .object({
    id: z.string(),
    accepted: z.boolean().meta({ description: 'It is what the payout comes to already.' }),
    display: money,
    rate: decimalText.meta({ description: 'About how much of the asset one of the displayed currency counts.' }),
    asset: z.string(),
    chain: chainKey,
    amount: decimalText,
    fee: decimalText,
    net: decimalText.meta({ description: 'What you get, exactly, once you accepted it.' }),
    expires_at: isoTime.meta({ description: 'Accept it, and claim, before this.' }),
  })
  .meta({ id: 'ClaimQuote' });
export type OfferedQuote = z.infer<typeof offeredQuote>;

export const takeQuoteBody = z
  .strictObject({ quote: z.string().regex(idPattern('quote')) })
  .meta({ id: 'TakeClaimQuote' });
export type TakeQuoteBody = z.infer<typeof takeQuoteBody>;

export const quoteParams = z.object({ id: z.string().regex(idPattern('quote')) });

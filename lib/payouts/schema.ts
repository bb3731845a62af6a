import { z } from 'zod';
import {
  chainKeys,
  feePayers,
  obstacles,
  payoutStatuses,
  railIds,
  recipientTypes,
  transferStatuses,
} from '@/db/vocabulary';
import { evmAddressText } from '@/lib/kernel/address-text';
import { givenTime } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { blockOfText, codeOfText, lineOfText, machineText, webAddressText } from '@/lib/kernel/text';

/** The words of the API about payouts: requests, answers, forms and the reference all come from here. */

const decimalText = codeOfText(80, 0).meta({ description: 'Exact decimal text, never a float.', examples: ['25.00'] });
const isoTime = z.iso.datetime().meta({ examples: ['2026-01-31T12:00:00.000Z'] });
const evmAddress = evmAddressText.meta({ examples: ['0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'] });
const evmHash = z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'must be a hash: 0x and 64 hexadecimal digits');
const webUrl = webAddressText();

export const recipientBody = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('wallet'),
      address: evmAddress.meta({ description: 'With `wallet`: only this address can be paid.' }),
    }),
    z.strictObject({ type: z.literal('email'), email: z.email().max(254).meta({ description: 'Not offered yet.' }) }),
    z.strictObject({ type: z.literal('anyone') }),
  ])
  .meta({ description: 'Who may claim: one wallet, or anyone who has the link.' });

export const createPayoutBody = z
  .strictObject({
    amount: decimalText,
    asset: codeOfText(20).meta({ description: 'Its symbol; one of those set up for you.', examples: ['USDT'] }),
    chain: z.enum(chainKeys).meta({ description: 'The network that it is paid on.' }),
    recipient: recipientBody,
    reference: codeOfText(120).meta({
      description: 'Your own name for this payout; unique among your payouts. Kept as NFC, with single blanks.',
    }),
    description: lineOfText(200).optional().meta({ description: 'What it is for; shown to the recipient.' }),
    expires_in: z
      .int()
      .min(60)
      .max(366 * 86_400)
      .default(7 * 86_400)
      .meta({ description: 'Seconds for which it can be claimed or, by hand, paid.' }),
    return_url: webUrl.optional().meta({ description: 'Where the recipient can go once they are paid.' }),
    cancel_url: webUrl.optional().meta({ description: 'Where they can go instead of claiming.' }),
    fee_payer: z
      .enum(feePayers)
      .default('recipient')
      .meta({ description: '`recipient`: the fee is taken from the amount. `merchant`: it comes on top.' }),
    rail: z.enum(railIds).default('contract').meta({
      description:
        '`contract`: the recipient claims it from your vault. `wallet`: one of your team pays it by hand, to a `wallet` recipient and without a fee.',
    }),
    metadata: z
      .record(codeOfText(40), blockOfText(500, 0))
      .refine((map) => Object.keys(map).length <= 20, 'must not have more than 20 keys')
      .default({})
      .meta({ description: 'Up to 20 texts of your own; the recipient does not see them.' }),
  })
  .meta({ id: 'CreatePayout' });
export type CreatePayoutBody = z.infer<typeof createPayoutBody>;

export const cancellationAnswer = z
  .object({
    state: z.literal('waiting'),
    effective_at: isoTime.meta({ description: 'When the last signed payout that was handed out lapses.' }),
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
    failure_reason: z.string().nullable(),
    seen_at: isoTime
      .nullable()
      .meta({ description: 'When the network first showed it; null while only its hash was reported.' }),
    created_at: isoTime.meta({ description: 'When it was reported or seen, whichever was first.' }),
  })
  .meta({ id: 'Transfer' });

export const payoutAnswer = z
  .object({
    id: z.string().meta({ examples: ['po_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    status: z.enum(payoutStatuses),
    version: z.int().meta({ description: 'Grows with every change; the highest one is the truth.' }),
    rail: z.enum(railIds),
    chain: z.enum(chainKeys),
    asset: z.string(),
    amount: decimalText.meta({ description: 'As you asked for it.' }),
    fee: decimalText,
    net: decimalText.meta({ description: 'What the recipient gets.' }),
    fee_payer: z.enum(feePayers),
    recipient: z.object({
      type: z.enum(recipientTypes),
      address: evmAddress.optional(),
      email: z.string().optional(),
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
      })
      .nullable()
      .meta({ description: 'What keeps it from being paid now; it goes on by itself once that has passed.' }),
    cancellation: cancellationAnswer.nullable(),
    transfer: transferAnswer.nullable().meta({ description: 'The latest attempt to move the money.' }),
    failure_reason: z.string().nullable(),
    expires_at: isoTime,
    completed_at: isoTime.nullable(),
    created_at: isoTime,
    updated_at: isoTime,
  })
  .meta({ id: 'Payout' });
export type PayoutAnswer = z.infer<typeof payoutAnswer>;

export const createdPayoutAnswer = payoutAnswer
  .extend({ claim_url: webUrl.meta({ description: 'Secret: whoever has it can open the claim page. Shown once.' }) })
  .meta({ id: 'CreatedPayout' });
export type CreatedPayoutAnswer = z.infer<typeof createdPayoutAnswer>;

export const listPayoutsQuery = z
  .strictObject({
    status: z.enum(payoutStatuses).optional(),
    reference: codeOfText(120).optional(),
    chain: z.enum(chainKeys).optional(),
    asset: codeOfText(20).optional(),
    recipient: evmAddress.optional(),
    created_after: givenTime.optional(),
    created_before: givenTime.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: machineText(200).optional(),
  })
  .meta({ id: 'ListPayouts' });
export type ListPayoutsQuery = z.infer<typeof listPayoutsQuery>;

export const payoutPage = z
  .object({ data: z.array(payoutAnswer), next_cursor: z.string().nullable() })
  .meta({ id: 'PayoutPage' });
export type PayoutPage = z.infer<typeof payoutPage>;

/** What the holder of a claim link may see. */
const earlierClaimUntil = isoTime.nullable().meta({
  description:
    'What the link before this one handed out can still be paid until then, perhaps to another wallet; null when nothing is out.',
});

export const claimView = z
  .object({
    status: z.enum(payoutStatuses),
    version: z.int(),
    merchant: z.object({
      name: z.string(),
      logo_url: z.string().nullable(),
      accent_color: z.string().nullable(),
      support_url: z.string().nullable(),
    }),
    test_mode: z.boolean(),
    amount: decimalText,
    fee: decimalText,
    net: decimalText,
    fee_payer: z.enum(feePayers),
    asset: z.object({ symbol: z.string(), decimals: z.int(), address: evmAddress }),
    chain: z.object({
      key: z.enum(chainKeys),
      id: z.int(),
      name: z.string(),
      currency: z.string().meta({ description: 'What network fees are paid in.' }),
      explorer_url: z.string().nullable(),
    }),
    rail: z.enum(railIds).meta({
      description:
        '`contract`: the recipient claims it. `wallet`: the merchant sends it, and there is nothing to claim.',
    }),
    vault: evmAddress.nullable().meta({ description: 'Where a claim is paid from.' }),
    recipient: z.object({ type: z.enum(recipientTypes), address: evmAddress.optional() }),
    reference: z.string(),
    description: z.string().nullable(),
    expires_at: isoTime,
    expired: z.boolean().meta({ description: 'The time is over, even if the books are not closed yet.' }),
    created_at: isoTime,
    completed_at: isoTime.nullable(),
    coverage: z
      .object({
        state: z.enum(['funded', 'short', 'blocked', 'unknown']).meta({
          description:
            '`short`: the merchant has to fill something up. `blocked`: something else is in the way, see `obstacle`. `unknown`: the network cannot be reached.',
        }),
      })
      .meta({ description: 'Whether the vault can pay this now.' }),
    obstacle: z
      .enum([...obstacles, 'our_clock'])
      .nullable()
      .meta({ description: 'What keeps it from being paid now. `our_clock`: the portal’s own clock is wrong.' }),
    cancellation: cancellationAnswer.nullable(),
    earlier_claim_until: earlierClaimUntil,
    transfer: transferAnswer.nullable(),
    failure_reason: z.string().nullable(),
    return_url: z.string().nullable(),
    cancel_url: z.string().nullable(),
  })
  .meta({ id: 'Claim' });
export type ClaimView = z.infer<typeof claimView>;

export const claimBody = z.strictObject({ address: evmAddress }).meta({ id: 'ClaimRequest' });
export type ClaimBody = z.infer<typeof claimBody>;

export const callAnswer = z
  .object({
    chainId: z.int(),
    to: evmAddress,
    data: z.string().regex(/^0x[0-9a-f]*$/),
    value: z.string().meta({ description: 'Always "0x0": a claim costs the network fee and nothing else.' }),
  })
  .meta({ id: 'Call' });

export const claimAnswer = z
  .object({
    status: z.enum(payoutStatuses),
    transfer: callAnswer,
    preview: z.string().meta({ description: 'In plain words, what sending this does.' }),
    expires_at: isoTime.meta({ description: 'After this the network refuses the call; ask for a new one.' }),
    network_fee: z
      .object({
        currency: z.string(),
        estimate: decimalText,
        reserve: decimalText.meta({
          description: 'What wallets set aside while they send; what is not used stays in the wallet.',
        }),
        balance: decimalText,
        enough: z.boolean().meta({ description: 'Whether `balance` covers `reserve`.' }),
        tight: z
          .boolean()
          .meta({ description: 'It covers the cost, and less than wallets set aside: yours may refuse.' }),
      })
      .nullable()
      .meta({ description: 'What sending it costs the wallet at current prices, and whether it has that.' }),
  })
  .meta({ id: 'ClaimCall' });
export type ClaimAnswer = z.infer<typeof claimAnswer>;

export const reportTransferBody = z.strictObject({ hash: evmHash }).meta({ id: 'ReportTransfer' });
export type ReportTransferBody = z.infer<typeof reportTransferBody>;

export const claimLinkAnswer = createdPayoutAnswer
  .pick({ claim_url: true })
  .extend({ earlier_claim_until: earlierClaimUntil })
  .meta({ id: 'ClaimLink' });
export type ClaimLinkAnswer = z.infer<typeof claimLinkAnswer>;

export const payoutParams = z.object({ id: z.string().regex(idPattern('payout')) });
/** Any text may be asked for; only links that we made open something. */
export const claimParams = z.object({ token: z.string() });

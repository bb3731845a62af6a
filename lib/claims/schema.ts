import { z } from 'zod';
import {
  feePayers,
  obstacles,
  payoutDeliveries,
  payoutStatuses,
  railIds,
  recipientTypes,
} from '@/db/vocabulary/payouts';
import { proofKinds } from '@/db/vocabulary/proofs';
import { chainKey } from '@/lib/chains/chain-key';
import { lineOfText } from '@/lib/kernel/text';
import { earlierClaimUntil } from '@/lib/payouts/schema';
import { destinationNote } from '@/lib/payouts/terms/destination-schema';
import { proofText } from '@/lib/proofs/schema';
import { relayView, sendingCost } from '@/lib/relay/claims/schema';
import { decimalText, evmAddress, evmHash, isoTime } from '@/lib/wire/atoms';
import { cancellationAnswer, displayAnswer, failureCode, transferAnswer } from '@/lib/wire/payout';

/** What the holder of a claim link may see and say. */

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
    display: displayAnswer
      .extend({
        lapsed: z.boolean().meta({
          description: 'A new quote has to be accepted before it is paid: `POST /api/v1/claims/:token/quote`.',
        }),
      })
      .nullable()
      .meta({ description: 'Where it was promised in another currency: how much of that.' }),
    options: z
      .array(z.object({ asset: z.string(), chain: chainKey, network: z.string() }))
      .meta({ description: 'What it may be quoted and paid in, while that is not settled: its own first.' }),
    asset: z.object({ symbol: z.string(), decimals: z.int(), address: evmAddress }),
    chain: z.object({
      key: chainKey,
      id: z.int(),
      name: z.string(),
      currency: z.string().meta({ description: 'What network fees are paid in.' }),
      explorer_url: z.string().nullable(),
      rpc_url: z.string().nullable().meta({
        description: 'A node that wallets may be told of; null where they know the network by themselves.',
      }),
      block_seconds: z.number().meta({ description: 'Usual time between two blocks.' }),
    }),
    rail: z.enum(railIds).meta({
      description:
        '`contract`: the recipient claims it. `wallet`: the merchant sends it, and there is nothing to claim.',
    }),
    vault: evmAddress.nullable().meta({ description: 'Where a claim is paid from.' }),
    recipient: z.object({
      type: z.enum(recipientTypes),
      address: evmAddress.optional(),
      email: z.string().optional().meta({ description: 'Masked: enough for its owner to know it again.' }),
      disputed: z.boolean().optional().meta({ description: 'A reader of this link has said that it is not for them.' }),
    }),
    proof_needed: z.enum(proofKinds).nullable().meta({
      description:
        'What its holder has to bring before it is paid: `signature` of the wallet, or `email`, the code of a mail, from each browser; null when nothing is left to bring.',
    }),
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
      .enum([...obstacles, 'our_clock', 'stopped'])
      .nullable()
      .meta({
        description:
          'What keeps it from being paid now. `our_clock`: the portal’s own clock is wrong. `stopped`: its operator has stopped all payments of this kind for now.',
      }),
    delivery: z.enum(payoutDeliveries).meta({
      description: '`send`: it is sent to its wallet without a claim. It can be claimed nevertheless; it is paid once.',
    }),
    cancellation: cancellationAnswer.nullable(),
    earlier_claim_until: earlierClaimUntil,
    transfer: transferAnswer.nullable(),
    relay: relayView.meta({ description: 'Whether the portal sends this claim itself, and how that stands.' }),
    failure_code: failureCode,
    failure_reason: z.string().nullable(),
    return_url: z.string().nullable(),
    cancel_url: z.string().nullable(),
  })
  .meta({ id: 'Claim' });
export type ClaimView = z.infer<typeof claimView>;

const keySignature = z
  .string()
  .regex(/^0x[0-9a-fA-F]{130}$/, 'must be a signature: 0x and 130 hexadecimal digits')
  .optional()
  .meta({
    description:
      'For a link with a key of its own: its signature of `Claim(bytes32 payout,address recipient)` with `payout_hash` of the problem `key_signature_needed`.',
  });

export const claimBody = z
  .strictObject({
    address: evmAddress,
    proof: proofText
      .optional()
      .meta({ description: 'For an `email` recipient: what `/proof` answered to this browser.' }),
    key_signature: keySignature,
  })
  .meta({ id: 'ClaimRequest' });
export type ClaimBody = z.infer<typeof claimBody>;

export const sendClaimBody = z
  .strictObject({
    address: evmAddress.meta({ description: 'Where the money goes.' }),
    proof: proofText.optional().meta({ description: 'What proves the recipient, where this link asks for it.' }),
    key_signature: keySignature,
  })
  .meta({ id: 'SendClaim' });
export type SendClaimBody = z.infer<typeof sendClaimBody>;

export const sendClaimAnswer = z
  .object({
    status: z.enum(payoutStatuses),
    relay: relayView,
    network_fee: sendingCost.meta({ description: 'What sending it costs us, and what its fee covers.' }),
  })
  .meta({ id: 'SentClaim' });
export type SendClaimAnswer = z.infer<typeof sendClaimAnswer>;

export const destinationBody = z
  .strictObject({ to: lineOfText(255).meta({ description: 'An address, or an ENS name.' }) })
  .meta({ id: 'CheckDestination' });
export type DestinationBody = z.infer<typeof destinationBody>;

export const destinationAnswer = z
  .object({
    address: evmAddress,
    name: z.string().nullable().meta({ description: 'The ENS name that was looked up; null for an address.' }),
    notes: z
      .array(destinationNote.pick({ check: true, blocking: true }))
      .meta({ description: 'What speaks against it. Nothing is sent there while one of them is `blocking`.' }),
  })
  .meta({ id: 'Destination' });
export type DestinationAnswer = z.infer<typeof destinationAnswer>;

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

/** Any text may be asked for; only links that we made open something. */
export const claimParams = z.object({ token: z.string() });

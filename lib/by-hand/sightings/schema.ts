import { z } from 'zod';
import { paymentWays, senderKinds, transferStatuses } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { blockOfText, machineText } from '@/lib/kernel/text';
import { destinationNote } from '@/lib/payouts/terms/destination-schema';
import { evmAddress, evmHash, isoTime } from '@/lib/wire/atoms';
import { payoutAnswer } from '@/lib/wire/payout';

/** The words of paying by hand: holding, preparing, reporting, recording. */

/** Most payouts that one person pays at once; the contract's batch of them stays far below what a block takes. */
const maxAtOnce = 200;

const decimalText = z.string();
const payoutIds = z
  .array(z.string().regex(idPattern('payout')))
  .min(1)
  .max(maxAtOnce);
const signingId = z.string().regex(idPattern('signing'));
const transferIds = z
  .array(z.string().regex(idPattern('transfer')))
  .min(1)
  .max(maxAtOnce);
const tab = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _')
  .meta({ description: 'A name that the open page made up for itself: two tabs are two.' });

export const holdBody = z.strictObject({ payout_ids: payoutIds, tab }).meta({ id: 'HoldPayouts' });
export type HoldBody = z.infer<typeof holdBody>;

export const giveUpBody = z
  .strictObject({ payout_ids: payoutIds, tab: tab.optional() })
  .meta({ id: 'GiveUpPayouts', description: 'Without `tab`, what you hold in any tab.' });
export type GiveUpBody = z.infer<typeof giveUpBody>;

export const giveUpAnswer = z.object({ given_up: z.array(z.string()) });

export const holdAnswer = z.object({ held_until: isoTime });
export type HoldAnswer = z.infer<typeof holdAnswer>;

export const previewBody = z
  .strictObject({
    payout_ids: payoutIds,
    sender: evmAddress.meta({ description: 'The connected wallet, which pays.' }),
    capabilities: z
      .strictObject({
        calls_on: z.array(z.int()).max(50).default([]).meta({
          description: 'Numbers of the chains on which the wallet sends several calls as one (EIP-5792, atomic).',
        }),
      })
      .default({ calls_on: [] }),
    way: z.enum(paymentWays).optional().meta({ description: 'The way that is wanted instead of the usual one.' }),
  })
  .meta({ id: 'PreviewPayment' });
export type PreviewBody = z.infer<typeof previewBody>;

export const prepareBody = previewBody
  .extend({
    tab,
    accept_warnings: z.boolean().default(false).meta({ description: 'That the person saw them and goes on.' }),
  })
  .meta({ id: 'PreparePayment' });
export type PrepareBody = z.infer<typeof prepareBody>;

const payment = z.object({
  payout_id: z.string(),
  reference: z.string(),
  recipient: evmAddress,
  amount: decimalText,
});

/** What one signing would do, before anything is written or signed. */
export const paymentPreview = z
  .object({
    way: z.enum(paymentWays),
    chain: chainKey,
    chain_id: z.int(),
    asset: z.string(),
    token: evmAddress,
    sender: evmAddress,
    sender_kind: z.enum(senderKinds),
    count: z.int(),
    total: decimalText,
    preview: z.array(z.string()).meta({ description: 'In plain words, what signing does, step by step.' }),
    network_fee: z.object({
      currency: z.string(),
      estimate: decimalText,
      reserve: decimalText,
      balance: decimalText,
      enough: z.boolean(),
      tight: z.boolean(),
    }),
    payments: z.array(payment),
  })
  .meta({ id: 'PaymentPreview' });
export type PaymentPreview = z.infer<typeof paymentPreview>;

export const previewAnswer = z.object({
  signings: z.array(paymentPreview),
  notes: z.array(destinationNote),
  unproved_on: z
    .array(z.int())
    .meta({ description: 'Networks on which the wallet has yet to sign for the team before it can pay.' }),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const preparedCall = z.object({
  to: evmAddress,
  data: z.string(),
  value: z.literal('0x0'),
  does: z.enum(['allow', 'pay']),
  text: z.string(),
  transfer_ids: z.array(z.string()).meta({ description: 'What it pays; report its hash for these.' }),
});
export type PreparedCall = z.infer<typeof preparedCall>;

export const preparedSigning = paymentPreview
  .extend({
    id: z.string(),
    deadline: isoTime.nullable().meta({ description: 'After this the contract refuses the call.' }),
    payments: z.array(payment.extend({ transfer_id: z.string() })),
    calls: z.array(preparedCall).meta({ description: 'To be signed in this order.' }),
  })
  .meta({ id: 'PreparedPayment' });
export type PreparedSigning = z.infer<typeof preparedSigning>;

export const preparedAnswer = z.object({ signings: z.array(preparedSigning), notes: z.array(destinationNote) });
export type PreparedAnswer = z.infer<typeof preparedAnswer>;

const ofSigning = { signing_id: signingId, transfer_ids: transferIds.optional() };

export const reportBody = z
  .strictObject({
    ...ofSigning,
    hash: evmHash.optional().meta({ description: 'Of the transfer, or of a Safe’s proposal.' }),
    calls_id: machineText(8_200).min(1).optional().meta({ description: 'What the wallet calls its batch (EIP-5792).' }),
  })
  .refine((body) => body.hash !== undefined || body.calls_id !== undefined, 'needs a hash or a calls_id')
  .meta({ id: 'ReportPayment' });
export type ReportBody = z.infer<typeof reportBody>;

export const declineBody = z.strictObject({ ...ofSigning, tab }).meta({ id: 'RejectPayment' });
export type DeclineBody = z.infer<typeof declineBody>;

export const askBody = z
  .strictObject({ signing_id: signingId, transfer_ids: transferIds, tab })
  .meta({ id: 'AskPayment', description: 'What is handed to the wallet next.' });
export type AskBody = z.infer<typeof askBody>;

export const unsignedBody = z.strictObject({ payout_ids: payoutIds }).meta({ id: 'DeclareUnsigned' });
export type UnsignedBody = z.infer<typeof unsignedBody>;

export const writeOffBody = z
  .strictObject({
    payout_id: z.string().regex(idPattern('payout')),
    own_risk: z
      .strictObject({ reason: blockOfText(500, 10) })
      .optional()
      .meta({
        description: 'Of an owner, where nothing proves it: that it may then be paid twice, and why they accept that.',
      }),
  })
  .meta({ id: 'WriteOffPayment' });
export type WriteOffBody = z.infer<typeof writeOffBody>;

export const recordBody = z
  .strictObject({
    hash: evmHash,
    sender: evmAddress
      .optional()
      .meta({ description: 'The wallet that paid, if it cannot sign that it is yours: two members must name it.' }),
  })
  .meta({ id: 'RecordPayment' });
export type RecordBody = z.infer<typeof recordBody>;

/** How payments stand; the same for every verb about them. */
export const paymentState = z
  .object({
    open: z.int().meta({ description: 'Payments whose outcome is not known yet.' }),
    payments: z.array(
      z.object({
        transfer_id: z.string(),
        payout_id: z.string(),
        status: z.enum(transferStatuses),
        hash: evmHash.nullable(),
        failure_reason: z.string().nullable(),
        unsigned_from_block: z.string().nullable().meta({
          description: 'A person said that it was not signed; it is free once this block is final and showed nothing.',
        }),
      }),
    ),
  })
  .meta({ id: 'PaymentState' });
export type PaymentState = z.infer<typeof paymentState>;

/** One line of the desk: a payout to pay by hand, who is at it, and whether an outcome is open. */
export const payableLine = z.object({
  payout: payoutAnswer,
  hold: z.object({ user_id: z.string(), until: isoTime, yours: z.boolean() }).nullable(),
  payment: z
    .object({
      transfer_id: z.string(),
      signing_id: z.string().nullable(),
      status: z.enum(transferStatuses),
      sender: evmAddress.nullable(),
      hash: evmHash.nullable(),
      since: isoTime,
      failure_reason: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'While this is there, nothing is offered for payment again.' }),
});
export const payableList = z.object({ data: z.array(payableLine), next_cursor: z.string().nullable() });
export type PayableList = z.infer<typeof payableList>;

export const payableQuery = z.strictObject({
  after: machineText(40).optional().meta({ description: 'The `next_cursor` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const signingParams = z.object({ id: signingId });

import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { feePayers, payoutDeliveries, payoutStatuses, railIds, recipientProofs } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { givenTime } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { blockOfText, codeOfText, lineOfText, machineText } from '@/lib/kernel/text';
import { decimalText, evmAddress, isoTime, mailbox, webUrl } from '@/lib/wire/atoms';
import { payoutAnswer } from '@/lib/wire/payout';

/** The words of the API about payouts: requests, answers, forms and the reference all come from here. */

/** What the merchant's own signer signed already, so that nobody asks it later. */
const keyVoucher = z
  .strictObject({
    payout_id: z
      .string()
      .regex(/^[1-9]\d{0,77}$/, 'must be a whole number in decimal digits')
      .meta({
        description: 'The number that you signed: one of your own, never used before, from 2^128 on and below 2^256.',
      }),
    deadline: z
      .int()
      .positive()
      .meta({ description: 'Unix seconds that you signed: the link ends then, and `expires_in` does not count.' }),
    signature: z
      .string()
      .regex(/^0x[0-9a-f]{64}[0-7][0-9a-f]{63}1[bc]$/i, 'must be a signature of 65 bytes, s in the lower half')
      .meta({ description: 'Of your signer over the `KeyPayout` to `claim_key`.' }),
  })
  .meta({
    description:
      'With `claim_key`: the payout as your own signer signed it. The portal then asks your signer nothing, and can change nothing of it. From its making on only a call on the chain cancels it before its deadline.',
  });

export const recipientBody = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('wallet'),
      address: evmAddress.meta({ description: 'With `wallet`: only this address can be paid.' }),
      prove: z.enum(recipientProofs).optional().meta({
        description:
          '`signature`: the wallet signs that it is its own before it is paid, which costs nothing; kept as an attestation. `none` without it.',
      }),
    }),
    z.strictObject({
      type: z.literal('email'),
      email: mailbox.meta({ description: 'With `email`: only who can read a code that is sent there can be paid.' }),
      language: z.enum(languages).optional().meta({ description: 'The language that they are written to in.' }),
    }),
    z.strictObject({
      type: z.literal('anyone'),
      claim_key: evmAddress.optional().meta({
        description:
          'Address of a key that you made and put behind the link’s #: it alone names who is paid. Only from a vault whose signer you keep yourself.',
      }),
      voucher: keyVoucher.optional(),
    }),
  ])
  .meta({ description: 'Who may claim: one wallet, the owner of one mailbox, or anyone who has the link.' });

/** An amount said in another currency than the one that is paid. */
export const displayAsked = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3,5}$/, 'must be a currency, such as EUR')
    .meta({ examples: ['JPY'] }),
  amount: decimalText.meta({ examples: ['5000'] }),
  spread_bps: z
    .int()
    .min(0)
    .max(2_000)
    .default(0)
    .meta({ description: 'What you keep of the rate, in hundredths of a percent.' }),
});

/** `createPayoutBody` without what its fields must be together. */
export const createPayoutFields = z.strictObject({
  amount: decimalText.optional().meta({ description: 'In the asset. Either this or `display` is needed.' }),
  display: displayAsked.optional().meta({
    description:
      'Instead of `amount`: it is said in this currency and paid in the asset, at the rate of now. Where its recipient claims it and the quote has lapsed before anything was signed, they are shown a new one and accept it; the displayed amount stays.',
  }),
  options: z
    .array(z.strictObject({ asset: codeOfText(20), chain: chainKey }))
    .max(10)
    .optional()
    .meta({
      description:
        'With `display`: what else the recipient may choose to be paid in, of what is set up for you. Offered while your vault there can pay it.',
    }),
  asset: codeOfText(20).meta({ description: 'Its symbol; one of those set up for you.', examples: ['USDT'] }),
  chain: chainKey.meta({ description: 'The network that it is paid on.' }),
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
      '`contract`: the recipient claims it from your vault. `wallet`: one of your team pays it by hand, to a `wallet` recipient and without a fee. `shkeeper`: your gateway sends it from its hot wallet, the same way.',
  }),
  delivery: z.enum(payoutDeliveries).default('claim').meta({
    description:
      '`claim`: the recipient fetches it by the claim link. `send`: we send it to a `wallet` recipient as soon as it may be paid, and pay the network fee; the link then shows the recipient how it stands. Only on the rail `contract`.',
  }),
  notify: z.boolean().default(true).meta({
    description:
      'For an `email` recipient: whether we mail them the link and, after 3, 10 and 25 days, a reminder. With `false` you bring them the link; codes are mailed either way.',
  }),
  metadata: z
    .record(codeOfText(40), blockOfText(500, 0))
    .refine((map) => Object.keys(map).length <= 20, 'must not have more than 20 keys')
    .default({})
    .meta({ description: 'Up to 20 texts of your own; the recipient does not see them.' }),
});

export const createPayoutBody = createPayoutFields
  .refine(({ amount, display }) => (amount === undefined) !== (display === undefined), {
    path: ['amount'],
    message: 'needs either `amount` or `display`',
  })
  .meta({ id: 'CreatePayout' });
export type CreatePayoutBody = z.infer<typeof createPayoutBody>;

export const createdPayoutAnswer = payoutAnswer
  .extend({ claim_url: webUrl.meta({ description: 'Secret: anyone with it can open the claim page. Shown once.' }) })
  .meta({ id: 'CreatedPayout' });
export type CreatedPayoutAnswer = z.infer<typeof createdPayoutAnswer>;

export const listPayoutsQuery = z
  .strictObject({
    status: z.enum(payoutStatuses).optional(),
    reference: codeOfText(120).optional(),
    chain: chainKey.optional(),
    asset: codeOfText(20).optional(),
    delivery: z.enum(payoutDeliveries).optional(),
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

export const earlierClaimUntil = isoTime.nullable().meta({
  description:
    'What the link before this one handed out can still be paid until then, perhaps to another wallet; null when nothing is out.',
});

export const claimLinkAnswer = createdPayoutAnswer
  .pick({ claim_url: true })
  .extend({ earlier_claim_until: earlierClaimUntil })
  .meta({ id: 'ClaimLink' });
export type ClaimLinkAnswer = z.infer<typeof claimLinkAnswer>;

export const payoutParams = z.object({ id: z.string().regex(idPattern('payout')) });

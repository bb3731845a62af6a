import { z } from 'zod';
import { obstacles } from '@/db/vocabulary/payouts';
import { relayReasons } from '@/db/vocabulary/relay';
import { chainKey } from '@/lib/chains/chain-key';
import { createPayoutFields } from '@/lib/payouts/schema';
import { destinationNote } from './destination-schema';

/** What a member is shown before they make a payout; client-safe. */

const decimalText = z.string();

/** The part of a new payout that decides about money, recipient and approvals. */
export const previewPayoutBody = createPayoutFields
  .pick({
    amount: true,
    display: true,
    asset: true,
    chain: true,
    recipient: true,
    fee_payer: true,
    rail: true,
    delivery: true,
  })
  .meta({ id: 'PreviewPayout' });
export type PreviewPayoutBody = z.infer<typeof previewPayoutBody>;

export const networkCost = z
  .object({
    currency: z.string().meta({ description: 'What the network is paid in.' }),
    estimate: decimalText.meta({ description: 'What sending one claim takes now, in that currency.' }),
    gas: z.string(),
    rate: decimalText.meta({ description: 'About how much of the asset one of that currency is worth.' }),
    margin: z.int().meta({ description: 'In percent, as you set it.' }),
    ceiling: decimalText.meta({ description: 'The highest fee, as you set it.' }),
    too_dear: z.boolean().meta({
      description: 'Sending costs more now than the ceiling: it waits, or its recipient pays the network fee.',
    }),
  })
  .meta({ id: 'NetworkCost' });
export type NetworkCost = z.infer<typeof networkCost>;

export const costOfFee = networkCost.nullable().meta({
  description: 'What a computed fee comes from; it may be another when the payout is made. Null where it is flat.',
});

export const payoutPreview = z.object({
  network_cost: costOfFee,
  net: decimalText.meta({ description: 'What the recipient gets.' }),
  fee: decimalText,
  total: decimalText.meta({ description: 'What it costs the merchant in all.' }),
  approvals_needed: z.int(),
  approvers: z.int().meta({ description: 'How many others may approve; 0 where nobody has to.' }),
  paid_before: z.boolean().nullable().meta({ description: 'Null where the recipient’s address is not known yet.' }),
  vault: z
    .object({
      payable: decimalText,
      obstacle: z.enum(obstacles).nullable(),
      short: z.boolean().meta({ description: 'More is promised already than it can pay, or would be with this one.' }),
    })
    .nullable()
    .meta({ description: 'What it is claimed from; null when it is paid by hand or the network could not be asked.' }),
  sending_waits: z
    .enum(relayReasons)
    .nullable()
    .meta({ description: 'What would keep the portal from sending it at once; null where it is claimed.' }),
  notes: z
    .array(destinationNote.omit({ payout_id: true }))
    .nullable()
    .meta({ description: 'What speaks against the address; null when the network could not be asked.' }),
});
export type PayoutPreview = z.infer<typeof payoutPreview>;

/** One asset that this merchant pays out. */
export const payoutAsset = z.object({
  chain: chainKey,
  chain_name: z.string(),
  asset: z.string(),
  decimals: z.int(),
  minimum: decimalText,
  maximum: decimalText,
  fee: decimalText.meta({ description: 'Of each payout; of a computed fee, the least.' }),
  fee_ceiling: decimalText.nullable().meta({ description: 'The highest computed fee; null where it is flat.' }),
  by_gateway: z.boolean().meta({ description: 'Whether a gateway of yours pays it.' }),
  by_sending: z.boolean().meta({ description: 'Whether we can send it to a wallet without a claim.' }),
  by_link: z.boolean().meta({ description: 'Whether there is a vault that it can be claimed from.' }),
});
export type PayoutAsset = z.infer<typeof payoutAsset>;

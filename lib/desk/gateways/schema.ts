import { z } from 'zod';
import { submissionNoteKinds, submissionStatuses } from '@/db/vocabulary/gateways';
import { chainKey } from '@/lib/chains/chain-key';
import { gatewayAnswer } from '@/lib/gateways/schema';
import { decimalText, isoTime } from '@/lib/wire/atoms';

/** The words of the desk about gateways. */

/**
 * Whether what waits can be paid: `unknown` where the gateway does not answer or its network cannot be read, which is
 * neither enough nor short.
 */
export const coverageStates = ['enough', 'short_of_asset', 'short_of_coins', 'unknown'] as const;
export type CoverageState = (typeof coverageStates)[number];

export const gatewayCoverage = z.object({
  chain: chainKey,
  chain_name: z.string(),
  explorer_url: z.string().nullable(),
  asset: z.string(),
  state: z.enum(coverageStates),
  held: decimalText.nullable().meta({ description: 'What the hot wallet holds now; null where it cannot be read.' }),
  coins: decimalText.nullable(),
  currency: z.string().meta({ description: 'Of the coins for network fees.' }),
  payouts_with_coins: z.int().nullable().meta({
    description: 'For how many payouts the coins are enough at the price of now; null where it cannot be read.',
  }),
  waiting: z.int().meta({ description: 'Payouts that the gateway is to send and has not sent.' }),
  promised: decimalText.meta({ description: 'What they come to.' }),
});
export type GatewayCoverage = z.infer<typeof gatewayCoverage>;

export const deskGateway = gatewayAnswer.extend({ coverage: z.array(gatewayCoverage) });
export type DeskGateway = z.infer<typeof deskGateway>;

export const offeredAsset = z.object({ chain: chainKey, chain_name: z.string(), asset: z.string() });
export type OfferedAsset = z.infer<typeof offeredAsset>;

export const deskGatewayList = z.object({
  data: z.array(deskGateway),
  offered: z
    .array(offeredAsset)
    .meta({ description: 'What the merchant pays out, on networks that we read, and no gateway pays.' }),
});
export type DeskGatewayList = z.infer<typeof deskGatewayList>;

/** One thing that happened to a submission, as it came: nothing in it is believed. */
export const submissionNote = z.object({
  kind: z.enum(submissionNoteKinds),
  answer_status: z.int().nullable(),
  said: z.string(),
  times: z.int().meta({ description: 'How often the very same came in a row.' }),
  at: isoTime,
  last_at: isoTime,
});
export type SubmissionNote = z.infer<typeof submissionNote>;

export const submissionOnPage = z.object({
  id: z.string(),
  status: z.enum(submissionStatuses),
  gateway_url: z.string(),
  external_id: z.string().meta({ description: 'What the gateway knows it by.' }),
  attempt: z.int(),
  payout: z.object({ id: z.string(), reference: z.string() }),
  chain_name: z.string(),
  asset: z.string(),
  amount: decimalText,
  recipient: z.string(),
  hot_wallet: z.string(),
  task_id: z.string().nullable(),
  named_hash: z.string().nullable(),
  explorer_url: z.string().nullable().meta({ description: 'Of the network, without a path.' }),
  read_to_block: z.string().nullable(),
  submit_block: z.string(),
  submitted_at: isoTime,
  unknown_since: isoTime.nullable(),
  notes: z.array(submissionNote),
});
export type SubmissionOnPage = z.infer<typeof submissionOnPage>;

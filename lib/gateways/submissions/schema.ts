import { z } from 'zod';
import { submissionNoteKinds, submissionStatuses } from '@/db/vocabulary/gateways';
import { transferStatuses } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { blockOfText } from '@/lib/kernel/text';
import { decimalText, evmAddress, evmHash, isoTime } from '@/lib/wire/atoms';

/** What the desk reads of payouts that were handed to a gateway, and what a person decides about them. */

export const submissionParams = z.object({ id: z.string().regex(idPattern('submission')) });

export const decideSubmissionBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('not_sent'),
    reason: blockOfText(500),
    pay_again: z.boolean().optional().meta({
      description: 'Hand in the whole amount although the hot wallet paid the recipient something else since.',
    }),
  }),
  z.strictObject({ decision: z.literal('paid_by'), hash: evmHash }),
]);
export type DecideSubmissionBody = z.infer<typeof decideSubmissionBody>;

export const submissionView = z.object({
  id: z.string(),
  payout_id: z.string(),
  gateway_id: z.string(),
  external_id: z.string(),
  status: z.enum(submissionStatuses),
  transfer_status: z.enum(transferStatuses),
  chain: chainKey,
  crypto: z.string(),
  hot_wallet: evmAddress,
  recipient: evmAddress,
  amount: decimalText,
  task_id: z.string().nullable(),
  named_hash: z.string().nullable(),
  hash: z.string().nullable(),
  submit_block: z.string(),
  unknown_since: isoTime.nullable(),
  submitted_at: isoTime,
});
export type SubmissionView = z.infer<typeof submissionView>;

/** All that a person decides by: what was said, in its order, and what left the hot wallet to the recipient since. */
export const submissionEvidence = submissionView.extend({
  notes: z.array(
    z.object({
      kind: z.enum(submissionNoteKinds),
      status: z.int().nullable(),
      said: z.string(),
      times: z.int(),
      at: isoTime,
      last_at: isoTime,
    }),
  ),
  /** Null where no node answers. */
  moves: z.array(z.object({ hash: z.string(), block: z.string(), amount: decimalText })).nullable(),
});
export type SubmissionEvidence = z.infer<typeof submissionEvidence>;

import { z } from 'zod';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText, lineOfText } from '@/lib/kernel/text';
import { decimalText, isoTime } from '@/lib/wire/atoms';
import { payoutAnswer } from '@/lib/wire/payout';

/** The words of approvals: what a merchant's rules say, and what a person is asked to consent to. */

export const approvalRuleBody = z
  .strictObject({
    chain: chainKey,
    asset: codeOfText(20),
    one_from: decimalText
      .nullable()
      .meta({ description: 'From this amount on one person must approve; null: no amount needs it.' }),
    two_from: decimalText.nullable().meta({ description: 'From this amount on two people must approve.' }),
    new_destination: z
      .boolean()
      .meta({ description: 'Whether a destination that you never paid before needs one person, for any amount.' }),
  })
  .meta({ id: 'ApprovalRule' });
export type ApprovalRuleBody = z.infer<typeof approvalRuleBody>;

export const approvalRuleList = z.object({
  data: z.array(z.object({ ...approvalRuleBody.shape, updated_by: z.string().nullable(), updated_at: isoTime })),
});
export type ApprovalRuleList = z.infer<typeof approvalRuleList>;

export const approveBody = z
  .strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Of what you looked at: consent counts for exactly that.' }),
  })
  .meta({ id: 'ApprovePayout' });
export type ApproveBody = z.infer<typeof approveBody>;

export const rejectBody = z.strictObject({ reason: lineOfText(200) }).meta({ id: 'RejectPayout' });
export type RejectBody = z.infer<typeof rejectBody>;

/** Who consented to a payout so far, and to what. */
export const approvalState = z.object({
  needed: z.int(),
  given: z.array(
    z.object({
      user_id: z.string(),
      at: isoTime,
      counts: z.boolean().meta({
        description:
          'False for one that was given to something else than what it is now, by its maker, or, while it waits, by a person who has left the team.',
      }),
    }),
  ),
  digest: z.string(),
  created_by: z
    .string()
    .nullable()
    .meta({ description: 'The person behind it: who made it, or who made the API key that did.' }),
  by_key: z.boolean(),
});
export type ApprovalState = z.infer<typeof approvalState>;

export const approvalList = z.object({
  data: z.array(z.object({ payout: payoutAnswer, approval: approvalState })),
});
export type ApprovalList = z.infer<typeof approvalList>;

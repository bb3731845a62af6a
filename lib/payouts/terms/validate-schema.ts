import { z } from 'zod';
import { obstacles } from '@/db/vocabulary/payouts';
import { decimalText } from '@/lib/wire/atoms';
import { costOfFee } from './create-schema';
import { destinationChecks } from './destination-schema';

/** What a payout would meet that could be made; client-safe. */

export const payoutWarnings = [
  ...destinationChecks,
  'vault_obstructed',
  'vault_short',
  'approvers_missing',
  'sending_waits',
  'network_fee_dear',
  'network_silent',
  'no_address',
] as const;

const payoutWarning = z.object({
  code: z.enum(payoutWarnings).meta({ description: 'What was found, for programs; more codes may come.' }),
  detail: z.string().meta({ description: 'The same for people.' }),
});
export type PayoutWarning = z.infer<typeof payoutWarning>;

export const payoutValidation = z
  .object({
    valid: z.literal(true),
    amount: decimalText.meta({ description: 'As you asked for it.' }),
    fee: decimalText,
    net: decimalText.meta({ description: 'What the recipient would get.' }),
    network_cost: costOfFee,
    approvals_needed: z.int().meta({ description: 'How many members would have to approve it before it is paid.' }),
    coverage: z
      .object({
        state: z.enum(['funded', 'short', 'blocked', 'unknown']).meta({
          description:
            '`funded`: the vault could pay it now, and all that is promised. `short`: it holds or allows too little for that. `blocked`: something else keeps it from paying. `unknown`: the network could not be asked.',
        }),
        payable: decimalText.nullable().meta({ description: 'What the vault could pay now in all.' }),
        obstacle: z
          .enum(obstacles)
          .nullable()
          .meta({ description: 'What would keep this payout from being paid now.' }),
      })
      .nullable()
      .meta({ description: 'How the vault stands that it would be paid from; null when it is paid by hand.' }),
    warnings: z.array(payoutWarning).meta({
      description: 'What would hold it up, or what a person should look at. It can be made nevertheless.',
    }),
  })
  .meta({ id: 'PayoutValidation' });
export type PayoutValidation = z.infer<typeof payoutValidation>;

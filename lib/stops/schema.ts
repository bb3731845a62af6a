import { z } from 'zod';
import { operatorActorKinds, stopScopes } from '@/db/vocabulary/operators';
import { railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText, lineOfText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';

const why = lineOfText(300).meta({ description: 'Why, for those who run the installation. Nobody else reads it.' });

/** Where nothing is to be signed or sent. */
export const stopBody = z
  .discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('installation'), reason: why }),
    z.strictObject({ scope: z.literal('chain'), chain: chainKey, reason: why }),
    z.strictObject({ scope: z.literal('rail'), rail: z.enum(railIds), reason: why }),
    z.strictObject({
      scope: z.literal('merchant'),
      merchant_id: z.string().max(64),
      suspends: z.boolean().optional().meta({ description: 'No new payouts are made either.' }),
      reason: why,
    }),
    z.strictObject({
      scope: z.literal('token'),
      asset: codeOfText(40).meta({
        description: 'Its network and symbol, such as `base:USDC`. No new payouts of it are made either.',
      }),
      reason: why,
    }),
  ])
  .meta({ id: 'StopBody' });
export type StopBody = z.infer<typeof stopBody>;

export const liftBody = z.strictObject({ reason: why }).meta({ id: 'LiftBody' });
export type LiftBody = z.infer<typeof liftBody>;

const by = z.object({ kind: z.enum(operatorActorKinds), id: z.string().nullable() });

export const stopAnswer = z
  .object({
    id: z.string(),
    scope: z.enum(stopScopes),
    value: z
      .string()
      .nullable()
      .meta({ description: 'The chain, rail, merchant or token; null for the installation.' }),
    suspends: z.boolean(),
    reason: z.string(),
    since: isoTime,
    by,
    lifted: z.object({ at: isoTime, by, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Stop' });
export type StopAnswer = z.infer<typeof stopAnswer>;

export const stopList = z.object({ data: z.array(stopAnswer) }).meta({ id: 'StopList' });

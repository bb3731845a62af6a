import { z } from 'zod';
import { emailAddress } from '@/lib/access/schema';
import { chainKey } from '@/lib/chains/chain-key';
import { evmAddressText } from '@/lib/kernel/address-text';
import { givenTime } from '@/lib/kernel/given-schema';

/** Wire shapes of the checklist; client-safe. */

const stepIds = ['worker', 'address', 'nodes', 'contract', 'fee_collector', 'mail', 'relayer', 'backup'] as const;

export const checkStep = z.object({
  id: z.enum(stepIds),
  /** The network that it is about; null where it is about none. */
  chain: chainKey.nullable(),
  name: z.string(),
  /** `done`: it is so now. `open`: it is to be done. `trouble`: it was so, or cannot be told. `spare`: it can do without. */
  state: z.enum(['done', 'open', 'trouble', 'spare']),
  said: z.string(),
});
export type CheckStep = z.infer<typeof checkStep>;
export const checklist = z.object({ data: z.array(checkStep) });

export const deployment = z.object({
  there: z.boolean(),
  address: z.string(),
  chain_name: z.string(),
  call: z.object({ chainId: z.int(), to: z.string(), data: z.string(), value: z.literal('0x0') }),
});
export type Deployment = z.infer<typeof deployment>;

export const testMailBody = z.strictObject({ email: emailAddress });
export const testMailCode = z.strictObject({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{8}$/, 'must be the eight digits of the mail')),
});
export const backupBody = z.strictObject({
  at: givenTime.meta({ description: 'When a backup was made that you have seen restored.' }),
});
export const feeCollectorBody = z.strictObject({
  address: evmAddressText.nullable().meta({ description: 'Null: fees stay in each merchant’s vault.' }),
});

import { z } from 'zod';
import { operatorActorKinds } from '@/db/vocabulary/operators';
import { relayPurposes } from '@/db/vocabulary/relay';
import { chainKey } from '@/lib/chains/chain-key';
import { givenDay, rowNumber } from '@/lib/kernel/given-schema';

/** Wire shapes of how the installation is; client-safe. */

const time = z.iso.datetime();

export const stateAnswer = z.object({
  version: z.string(),
  migrations: z.enum(['current', 'unknown', 'behind']),
  worker: z.enum(['running', 'silent']),
  chains: z.array(
    z.object({
      chain: chainKey,
      name: z.string(),
      /** How far it was read, and up to where nothing can change. */
      read_to: z.string().nullable(),
      final: z.string().nullable(),
      read_at: time.nullable(),
      trouble: z.string().nullable(),
    }),
  ),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.int(),
      /** What has been tried and did not go through. */
      failing: z.int(),
      oldest: time.nullable(),
    }),
  ),
  accounts: z.array(
    z.object({
      chain: chainKey,
      address: z.string(),
      purpose: z.enum(relayPurposes),
      balance: z.string().nullable(),
      currency: z.string(),
      claims_left: z.string().nullable(),
      stopped: z.boolean(),
      looked_at: time.nullable(),
    }),
  ),
});
export type StateAnswer = z.infer<typeof stateAnswer>;

export const feeQuery = z.strictObject({
  from: givenDay.optional().meta({ description: 'The first day, in UTC; the first of this month without it.' }),
  to: givenDay.optional().meta({ description: 'The last day; today without it.' }),
});
export type FeeQuery = z.output<typeof feeQuery>;
export const feeRow = z.object({
  merchant_id: z.string(),
  merchant: z.string(),
  chain: chainKey,
  asset: z.string(),
  payouts: z.int(),
  amount: z.string(),
  fees: z.string(),
});
export type FeeRow = z.infer<typeof feeRow>;

export const lineQuery = z.strictObject({
  after: rowNumber('must be the end of the page before').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const operatorLine = z.object({
  id: z.string(),
  at: time,
  action: z.string(),
  actor: z.object({ kind: z.enum(operatorActorKinds), id: z.string(), name: z.string() }),
  subject_id: z.string(),
  address: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type OperatorLineOnWire = z.infer<typeof operatorLine>;

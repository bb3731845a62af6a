import { z } from 'zod';
import { policyOnWire } from '@/lib/access/policies/schema';
import { chainKey } from '@/lib/chains/chain-key';
import { decimalText } from '@/lib/wire/atoms';

/** What an API key could cost if it got out; client-safe. */

export const exposedAsset = z.object({
  chain: chainKey,
  chain_name: z.string(),
  asset: z.string(),
  max_payout: decimalText.nullable(),
  max_day: decimalText.nullable().meta({ description: 'Within any 24 hours; null: all that is there.' }),
  left: decimalText.nullable().meta({ description: 'Of `max_day`, now.' }),
  there: decimalText.meta({ description: 'What vault and gateways could pay when they were last looked at.' }),
});
export type ExposedAsset = z.infer<typeof exposedAsset>;

export const keyExposure = z.object({
  key_id: z.string(),
  policy: policyOnWire.nullable(),
  assets: z.array(exposedAsset).meta({ description: 'What it can let leave; none where it may make no payouts.' }),
});
export type KeyExposure = z.infer<typeof keyExposure>;

/** What the page of keys says beside their names: which assets a policy can name, and what each key could cost. */
export type Exposures = { assets: Pick<ExposedAsset, 'chain' | 'chain_name' | 'asset'>[]; keys: KeyExposure[] };

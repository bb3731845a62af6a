import { z } from 'zod';
import { merchantModes } from '@/db/vocabulary/merchants';
import { operatorActorKinds } from '@/db/vocabulary/operators';
import { payoutStatuses, railIds } from '@/db/vocabulary/payouts';
import { roles, scopes } from '@/db/vocabulary/people';
import { identityOnWire, inviteBody } from '@/lib/access/schema';
import { chainKey } from '@/lib/chains/chain-key';
import { evmAddressText } from '@/lib/kernel/address-text';
import { codeOfText, lineOfText, machineText } from '@/lib/kernel/text';

/** Wire shapes of merchants as operators see them; client-safe. */

const time = z.iso.datetime();

const invited = z.object({ id: z.string(), identity: identityOnWire, expires_at: time });

export const registerMerchantBody = z
  .strictObject({
    name: lineOfText(120, 1).meta({ description: 'What its recipients read.' }),
    mode: z.enum(merchantModes).meta({ description: '`test` pays on test networks alone.' }),
    owner: inviteBody.shape.identity.optional().meta({
      description: 'Who becomes its owner by signing in with exactly this. Without it nobody is invited yet.',
    }),
    reference: codeOfText(120).optional().meta({
      description:
        'What your system calls it. A second merchant with the same one is refused, so a repetition does no harm.',
    }),
  })
  .meta({ id: 'RegisterMerchant' });
export type RegisterMerchantBody = z.output<typeof registerMerchantBody>;

export const registeredMerchant = z
  .object({ id: z.string(), business_id: z.string(), reference: z.string().nullable(), invitation: invited.nullable() })
  .meta({ id: 'RegisteredMerchant' });
export type RegisteredMerchant = z.infer<typeof registeredMerchant>;

const volume = z.object({
  chain: chainKey,
  asset: z.string(),
  payouts: z.int().meta({ description: 'Completed within the last thirty days.' }),
  amount: z.string().meta({ description: 'What recipients got, as a decimal number.' }),
  fees: z.string(),
});

const standing = z.object({
  id: z.string(),
  suspends: z.boolean(),
  reason: z.string(),
  by: z.object({ kind: z.enum(operatorActorKinds), id: z.string() }),
});

export const merchantForOperator = z
  .object({
    id: z.string(),
    business_id: z.string(),
    reference: z.string().nullable(),
    name: z.string(),
    mode: z.enum(merchantModes),
    state: z.enum(['open', 'closing', 'closed']).meta({
      description: '`closing`: it makes no payouts, and is closed once nothing of it is open. `closed`: for good.',
    }),
    created_at: time,
    people: z
      .int()
      .meta({ description: 'How many are in its team. From the first on, operators prepare nothing for it.' }),
    stops: z.array(standing).meta({
      description: 'While one is here nothing of it is signed or sent; `suspends`: it makes no new payouts either.',
    }),
    limits: z
      .object({ payouts_per_day: z.int(), coins_per_payout: z.int() })
      .nullable()
      .meta({ description: 'Of a merchant that registered itself, until an operator lifts them.' }),
    open_payouts: z.int(),
    volume: z.array(volume),
  })
  .meta({ id: 'MerchantForOperator' });
export type MerchantForOperator = z.infer<typeof merchantForOperator>;

export const merchantQuery = z.strictObject({
  cursor: machineText(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const merchantPage = z
  .object({ data: z.array(merchantForOperator), next_cursor: z.string().nullable() })
  .meta({ id: 'MerchantPage' });

export const merchantInvitation = inviteBody.meta({ id: 'InviteToMerchant' });
export const merchantInvited = invited.extend({ role: z.enum(roles) }).meta({ id: 'InvitedToMerchant' });

const address = evmAddressText;

export const placeVaultBody = z
  .strictObject({
    chain: chainKey,
    address: address.meta({
      description: 'The merchant’s own wallet. Nothing leaves it until it grants an allowance.',
    }),
    fee_collector: address.optional().meta({ description: 'Where fees go, if not to the installation’s collector.' }),
    assets: z.array(codeOfText(20)).max(20).default([]).meta({ description: 'What it pays out there from now on.' }),
  })
  .meta({ id: 'PlaceVault' });
export type PlaceVaultBody = z.output<typeof placeVaultBody>;
export const placedVault = z
  .object({
    id: z.string(),
    chain: chainKey,
    address: z.string(),
    signer: z.string().meta({ description: 'Whom the wallet names by `setSigner`; of this vault alone.' }),
    contract: z.string().meta({ description: 'Where it is named, and to which the wallet grants its allowance.' }),
  })
  .meta({ id: 'PlacedVault' });

export const merchantKeyBody = z
  .strictObject({ name: lineOfText(80, 1), scopes: z.array(z.enum(scopes)).min(1).max(scopes.length) })
  .meta({ id: 'NewMerchantKey' });
export const merchantKey = z
  .object({ id: z.string(), key: z.string().meta({ description: 'Told once; we keep its hash.' }), prefix: z.string() })
  .meta({ id: 'MerchantKey' });

export const seenPayouts = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      status: z.enum(payoutStatuses),
      rail: z.enum(railIds),
      chain: chainKey,
      asset: z.string(),
      amount: z.string(),
      created_at: time,
    }),
  ),
});
export type SeenPayouts = z.infer<typeof seenPayouts>;

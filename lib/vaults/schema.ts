import { z } from 'zod';
import { obstacles } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { evmAddressText } from '@/lib/kernel/address-text';
import { codeOfText } from '@/lib/kernel/text';
import { decimalText, isoTime } from '@/lib/wire/atoms';

/** A merchant's vaults as the chain has them, and the calls that its own wallet signs to change that; client-safe. */

const address = evmAddressText;

const chainOnPage = z.object({
  key: chainKey,
  id: z.int(),
  name: z.string(),
  explorer_url: z.string().nullable(),
  currency: z.string(),
  rpc_url: z.string().nullable(),
});

/** What the vault lets our signer do; null where it names no signer for this token. */
const signerLimits = z.object({
  capacity: z.string(),
  fee_ceiling: z.string(),
  expires_at: isoTime,
  expired: z.boolean(),
  available: z.string(),
});

const assetReading = z.object({
  balance: z.string(),
  allowance: z.string(),
  unlimited: z.boolean(),
  /** min(balance, allowance) − committed: below zero, promised payouts cannot all be paid. */
  coverage: z.string(),
  short: z.boolean(),
  /** min(balance, allowance, what is left of the signer's day): the most that our key could move now. */
  exposure: z.string(),
  signer: signerLimits.nullable(),
});

export const vaultAsset = z.object({
  asset: z.string(),
  decimals: z.int(),
  token: z.string(),
  fee: z.string(),
  maximum: z.string(),
  /** By the books: what open payouts come to. */
  committed: z.string(),
  usual_per_day: z.string(),
  /** Enough for what is promised and so many days of usual payouts. */
  suggestions: z.array(z.object({ days: z.int(), allowance: z.string() })),
  /** What keeps the vault from paying any payout of it, as the worker saw it last. */
  obstacle: z.enum(obstacles).nullable(),
  /** Null while the network cannot be read: not known, which is not 0. */
  reading: assetReading.nullable(),
});
export type VaultAsset = z.infer<typeof vaultAsset>;

/** A signer that the vault named for one token, here or elsewhere. */
const namedSigner = z.object({
  signer: z.string(),
  ours: z.boolean(),
  token: z.string(),
  /** Null for a token that the portal does not offer; its amounts are in base units then. */
  asset: z.string().nullable(),
  state: z.enum(['can_sign', 'expired', 'revoked']),
  capacity: z.string().nullable(),
  expires_at: isoTime.nullable(),
});
export type NamedSigner = z.infer<typeof namedSigner>;

export const vaultOnPage = z.object({
  id: z.string(),
  chain: chainOnPage,
  address: z.string(),
  signer: z.string(),
  contract: z.string(),
  read: z
    .object({
      block_number: z.string(),
      block_time: isoTime,
      at: isoTime,
      guardian: z.string().nullable(),
      /** What the vault itself has for network fees. */
      coins: z.string(),
    })
    .nullable(),
  assets: z.array(vaultAsset),
  /** Everybody the vault ever named; null while the network cannot be read. */
  signers: z
    .object({
      /** False while older events are still being read: there may be more. */
      complete: z.boolean(),
      named: z.array(namedSigner),
    })
    .nullable(),
});
export type VaultOnPage = z.infer<typeof vaultOnPage>;

export const vaultList = z.object({ data: z.array(vaultOnPage) });
export type VaultList = z.infer<typeof vaultList>;

export const vaultBody = z.strictObject({
  chain: chainKey,
  address: address.meta({ description: 'A wallet that signed for this merchant; a contract’s on this network.' }),
});
export type VaultBody = z.output<typeof vaultBody>;

export const madeVault = z.object({
  ...{ id: z.string(), chain: chainKey, address: z.string() },
  ...{ signer: z.string(), contract: z.string() },
});
export type MadeVault = z.infer<typeof madeVault>;

const asset = codeOfText(20);
const vaultId = z.string().regex(/^va_\w{1,60}$/, 'must be the id of a vault');

export const callBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allowance'), vault_id: vaultId, asset, amount: decimalText }),
  z.strictObject({
    kind: z.literal('signer'),
    vault_id: vaultId,
    asset,
    capacity: decimalText,
    fee_ceiling: decimalText,
    expires_at: isoTime,
  }),
  z.strictObject({
    kind: z.literal('revoke'),
    vault_id: vaultId,
    by: z.enum(['vault', 'guardian']).default('vault'),
    /** Only this one; without it every signer, one call after another. */
    signer: address.optional(),
  }),
  z.strictObject({ kind: z.literal('guardian'), vault_id: vaultId, guardian: address.nullable() }),
]);
export type CallBody = z.output<typeof callBody>;
export type CallKind = CallBody['kind'];

/** One call that the vault's wallet may sign, in plain words and tried against the chain as it is. */
export const preparedCall = z.object({
  kind: z.enum(['allowance', 'signer', 'revoke', 'guardian']),
  title: z.string(),
  words: z.array(z.string()),
  warnings: z.array(z.string()),
  changes: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  /** True where this is not the last call, such as through 0 or of several signers: prepare the same again once it is done. */
  more: z.boolean(),
  sender: z.string(),
  call: z.object({ chainId: z.int(), to: z.string(), data: z.string(), value: z.literal('0x0') }),
  network_fee: z.object({ currency: z.string(), estimate: z.string(), enough: z.boolean(), tight: z.boolean() }),
  block_number: z.string(),
});
export type PreparedCall = z.infer<typeof preparedCall>;

export const sentQuery = z.strictObject({
  hash: z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'must be a transaction hash'),
  /** As the first sighting had them, to tell a call that was replaced from one that is late. */
  sender: address.optional(),
  nonce: z.coerce.number().int().min(0).optional(),
});
export type SentQuery = z.output<typeof sentQuery>;

export const sentCall = z.object({
  state: z.enum(['missing', 'waiting', 'confirming', 'confirmed', 'failed', 'replaced']),
  sender: z.string().nullable(),
  nonce: z.int().nullable(),
  confirmations: z.int(),
  needed: z.int(),
});
export type SentCall = z.infer<typeof sentCall>;

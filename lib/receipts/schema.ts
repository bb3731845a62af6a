import { z } from 'zod';
import { feePayers, railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { decimalText, evmAddress, evmHash, isoTime } from '@/lib/wire/atoms';

/** What a receipt says, in the words of the API. It is read for years: members are only added, and then as optional ones. */

const amount = z
  .object({
    units: z.string().meta({ description: 'Base units of the asset, an integer.' }),
    text: decimalText,
  })
  .meta({ id: 'ReceiptAmount' });

/** What later versions fill in. */
const later = z.record(z.string(), z.unknown()).nullable();

export const receiptContent = z
  .object({
    iss: z.string().meta({ description: 'The portal that signed it; its keys are at `/.well-known/jwks.json` there.' }),
    jti: z.string().meta({ description: 'The receipt’s own id.' }),
    sub: z.string().meta({ description: 'The payout.' }),
    iat: z.int().meta({ description: 'When it was signed, in seconds since 1970.' }),
    reference: z.string(),
    description: z.string().nullable(),
    merchant: z.object({ id: z.string(), name: z.string() }),
    rail: z.enum(railIds),
    asset: z.object({ symbol: z.string(), decimals: z.int(), token: evmAddress }),
    gross: amount.meta({ description: 'What it cost the merchant: net and fee.' }),
    fee: amount,
    net: amount.meta({ description: 'What the recipient got.' }),
    fee_payer: z.enum(feePayers),
    rates: later.meta({ description: 'The exchange rates that were used; null where there were none.' }),
    recipient: z.object({ address: evmAddress }),
    chain: z.object({ key: chainKey, id: z.int(), name: z.string(), test: z.boolean() }),
    contract: evmAddress.nullable().meta({ description: 'The contract that paid it; null for a payment by hand.' }),
    vault: evmAddress.nullable(),
    claim_id: z.string().nullable().meta({ description: 'What the contract calls `payoutId`.' }),
    transfer: z.object({
      hash: evmHash,
      log_index: z.int().meta({
        description: 'Of the contract’s PayoutClaimed log, or of the token’s Transfer log without a contract.',
      }),
      from: evmAddress.meta({ description: 'Whose tokens they were.' }),
      block_number: z.string(),
      block_hash: evmHash,
    }),
    screening: later.meta({ description: 'What was checked about the recipient; null where nothing was.' }),
    created_at: isoTime,
    completed_at: isoTime,
  })
  .meta({ id: 'ReceiptContent' });
export type ReceiptContent = z.infer<typeof receiptContent>;

export const receiptAnswer = z
  .object({
    receipt: z.string().meta({
      description: 'Compact JWS (EdDSA). It never changes; keep it.',
      examples: ['eyJhbGciOiJFZERTQSIsInR5cCI6InJlY2VpcHQrand0Iiwia2lkIjoi….eyJpc3Mi….bX9h…'],
    }),
    voided_at: isoTime.nullable().meta({
      description:
        'When the network took the payment back. A receipt that is void keeps its valid signature: ask here, or look on the network.',
    }),
    decoded: receiptContent.meta({ description: 'What the middle part of `receipt` says.' }),
  })
  .meta({ id: 'Receipt' });
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;

export const publicKeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string().meta({ description: 'The thumbprint of the key (RFC 7638).' }),
        alg: z.literal('EdDSA'),
        use: z.literal('sig'),
        iat: z.int().meta({ description: 'When it was made.' }),
        exp: z.int().optional().meta({ description: 'When it stopped signing. What it signed until then stays good.' }),
      }),
    ),
  })
  .meta({ id: 'PublicKeySet' });
export type PublicKeySet = z.infer<typeof publicKeySet>;

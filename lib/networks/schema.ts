import { z } from 'zod';
import { chainStatuses, finalityTags } from '@/db/vocabulary/chains';
import { chainKeyForm } from '@/lib/chains/chain-key';
import { lineOfText, webAddressText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';

const key = z.string().regex(chainKeyForm, 'must be 2 to 16 small letters and digits, a letter first');
const web = webAddressText(500);
/** Told to everybody, so that neither a name with a password nor a key may be in it. */
const open = (parts: readonly ('username' | 'password' | 'search' | 'hash')[]) =>
  web.refine((text) => parts.every((part) => URL.parse(text)?.[part] === ''), {
    error: 'is told to everybody: leave out a name, a password, and what follows ? or #',
  });
const depth = z.int().min(1).max(100_000);

/** Tags are the network's own word; a depth counts blocks below the newest one. */
const finality = z.union([
  z.strictObject({ confirmations: depth }),
  z.strictObject({
    tag: z.enum(finalityTags),
    usual_depth: depth.meta({ description: 'How far behind the newest block it usually is, for waiting times.' }),
  }),
]);

export const addChainBody = z
  .strictObject({
    key,
    chain_id: z.int().min(1).max(4_503_599_627_370_476).meta({ description: 'As `eth_chainId` of its nodes says it.' }),
    name: lineOfText(40),
    currency: z.strictObject({
      name: lineOfText(40),
      symbol: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'must be 2 to 10 capitals and digits'),
    }),
    explorer_url: open(['username', 'password', 'search', 'hash']).nullable(),
    finality: finality.meta({ description: 'When a block counts as unchangeable: `completed` is said by it.' }),
    block_seconds: z.number().min(0.05).max(600),
    relay_max_gwei: z.int().min(1).max(1_000_000),
    test: z.boolean().meta({ description: 'Merchants of test mode alone pay on it.' }),
    nodes: z
      .array(web)
      .min(1)
      .max(8)
      .meta({ description: 'Kept sealed; never answered. Two at least with real money.' }),
    public_node: open(['username', 'password']).meta({
      description: 'A node that wallets may be told of. Never one whose address holds a key.',
    }),
  })
  .meta({ id: 'AddChainBody' });
export type AddChainBody = z.infer<typeof addChainBody>;

export const addedChainAnswer = z
  .object({
    ...{ key: z.string(), chain_id: z.int(), name: z.string() },
    currency: z.object({ name: z.string(), symbol: z.string() }),
    explorer_url: z.string().nullable(),
    finality: z.object({ tag: z.enum(finalityTags).nullable(), depth: z.int() }),
    ...{ block_seconds: z.number(), relay_max_gwei: z.int(), test: z.boolean() },
    node_hosts: z.array(z.string()),
    public_node: z.string().nullable(),
    status: z.enum(chainStatuses).meta({ description: '`waiting`: a second operator has to agree.' }),
    proposed_by: z.string().nullable(),
    agreed_by: z.string().nullable(),
    created_at: isoTime,
    listed_at: isoTime.nullable(),
  })
  .meta({ id: 'AddedChain' });
export type AddedChainAnswer = z.infer<typeof addedChainAnswer>;

export const addedChainList = z.object({ data: z.array(addedChainAnswer) }).meta({ id: 'AddedChainList' });

import type { Context } from '@/lib/access/actor';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { isExpired } from './coverage';
import type { SignerTerms } from './read-vault';
import { readSignerLogs } from './signer-logs';
import { findReadTo, type NamedPair, saveNamed, selectNamed, type Vault } from './store';

/** A signer that a vault named for a token, once or still; `terms` is null since it was revoked. */
export type Named = NamedPair & { terms: SignerTerms | null; state: 'can_sign' | 'expired' | 'revoked' };

/** Everybody a vault ever named. Not complete while the contract's older events are still being read. */
export type SignersReading = { complete: boolean; named: readonly Named[] };

/** Nobody names as many; who does shall not keep the node from others. */
const maxPairs = 300;

/** How long a page waits, and how long one step of the worker or of an owner's own act may take. */
const pageMs = 2_500;
const maxWaitMs = 5_000;
const stepMs = 15_000;

/**
 * Every signer that the vault ever named, for every token, with what it may do now: also one that a rotation left behind,
 * and one that was named elsewhere than here. Refuses: chain_unavailable.
 */
export async function readSigners(ctx: Context, vault: Vault, budgetMs = stepMs): Promise<SignersReading> {
  // A node that tells no events must not keep an owner from revoking those whom we know.
  const complete = await unlessUnavailable(readOn(ctx, vault, budgetMs), false);
  const pairs = await selectNamed(ctx.db, vault, maxPairs);
  const known = withOurs(vault, pairs);
  const read = await reading(vault.chain, async (client) => {
    const block = await headBlock(client);
    const { number: blockNumber } = block;
    return Promise.all(
      known.map(async ({ signer, token }) => {
        const contract = { address: drawbridgeAddress, abi: drawbridgeAbi, functionName: 'signerOf' } as const;
        const args = [hex(vault.address), hex(signer), hex(token)] as const;
        const [capacity, feeCeiling, expiry, available] = await client.readContract({ ...contract, args, blockNumber });
        return standing({ signer, token }, { capacity, feeCeiling, expiry, available }, block);
      }),
    );
  });
  const wasNamed = ({ signer, token }: NamedPair) => pairs.some((one) => one.signer === signer && one.token === token);
  return {
    complete: complete && pairs.length < maxPairs,
    named: read.filter((one) => one.terms !== null || wasNamed(one)),
  };
}

/** The portal's own signer is looked at in any case, however far the events were read. */
function withOurs({ chain, signerAddress }: Vault, pairs: readonly NamedPair[]): NamedPair[] {
  const ours = chainOf(chain).tokens.map(({ address }) => ({ signer: signerAddress, token: address.toLowerCase() }));
  const known = new Set(pairs.map(({ signer, token }) => `${signer} ${token}`));
  return [...ours.filter(({ signer, token }) => !known.has(`${signer} ${token}`)), ...pairs];
}

function standing(pair: NamedPair, terms: SignerTerms, block: BlockMark): Named {
  if (terms.capacity === 0n) return { ...pair, terms: null, state: 'revoked' };
  return { ...pair, terms, state: isExpired(terms, block.time) ? 'expired' : 'can_sign' };
}

/** The same for a page: null where the node is silent or slow, since "nobody" would be a guess. */
export async function findSigners(ctx: Context, vault: Vault): Promise<SignersReading | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, maxWaitMs, null);
  try {
    return await Promise.race([unlessUnavailable(readSigners(ctx, vault, pageMs), null), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function unlessUnavailable<T, Else>(asked: Promise<T>, otherwise: Else): Promise<T | Else> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return otherwise;
    throw error;
  }
}

/** Reads on where the last reading ended, and keeps what it found. True when it has come to the newest block. */
export async function readOn(ctx: Context, vault: Vault, budgetMs: number): Promise<boolean> {
  const after = await findReadTo(ctx.db, vault);
  const found = await reading(vault.chain, (client) => readSignerLogs(client, vault, after, budgetMs));
  await ctx.db.transaction((tx) => saveNamed(tx, vault, found.pairs, found.readTo));
  return found.complete;
}

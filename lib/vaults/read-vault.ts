import { erc20Abi, type PublicClient } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { type BlockMark, headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import type { Vault } from './store';

/** What a vault lets our signer do with one token; base units, and the last second at which it may. */
export type SignerTerms = { capacity: bigint; feeCeiling: bigint; expiry: bigint; available: bigint };

export type TokenReading = { balance: bigint; allowance: bigint; signer: SignerTerms | null };

export type VaultReading = {
  block: BlockMark;
  guardian: string | null;
  coins: bigint;
  /** By the token's address, in lower case. */
  tokens: ReadonlyMap<string, TokenReading>;
};

type Named = Pick<Vault, 'chain' | 'address' | 'signerAddress'>;

/** A page waits this long for a node; what came later is not known. */
const maxWaitMs = 5_000;

/** Everything about a vault as of one block, so that its numbers belong together. Refuses: chain_unavailable. */
export function readVault(vault: Named, tokens: readonly string[]): Promise<VaultReading> {
  return reading(vault.chain, async (client) => {
    const block = await headBlock(client);
    const blockNumber = block.number;
    const [guardian, coins, ...read] = await Promise.all([
      client.readContract({ ...drawbridge, functionName: 'guardianOf', args: [hex(vault.address)], blockNumber }),
      client.getBalance({ address: hex(vault.address), blockNumber }),
      ...tokens.map((token) => readToken(client, vault, token, blockNumber)),
    ]);
    return {
      block,
      guardian: BigInt(guardian) === 0n ? null : guardian.toLowerCase(),
      coins,
      tokens: new Map(tokens.flatMap((token, index) => (read[index] ? [[token, read[index]] as const] : []))),
    };
  });
}

/** The same for a page: null where the node is silent or slow, since a guess would be taken for a fact. */
export async function findReading(vault: Named, tokens: readonly string[]): Promise<VaultReading | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, maxWaitMs, null);
  try {
    return await Promise.race([readVault(vault, tokens), late]);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const drawbridge = { address: drawbridgeAddress, abi: drawbridgeAbi } as const;

async function readToken(
  client: PublicClient,
  vault: Named,
  token: string,
  blockNumber: bigint,
): Promise<TokenReading> {
  const [owner, erc20] = [hex(vault.address), { address: hex(token), abi: erc20Abi } as const];
  const [balance, allowance, [capacity, feeCeiling, expiry, available]] = await Promise.all([
    client.readContract({ ...erc20, functionName: 'balanceOf', args: [owner], blockNumber }),
    client.readContract({ ...erc20, functionName: 'allowance', args: [owner, drawbridgeAddress], blockNumber }),
    client.readContract({
      ...drawbridge,
      functionName: 'signerOf',
      args: [owner, hex(vault.signerAddress), hex(token)],
      blockNumber,
    }),
  ]);
  const signer = capacity === 0n ? null : { capacity, feeCeiling, expiry, available };
  return { balance, allowance, signer };
}

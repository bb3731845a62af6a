import { getAbiItem, type PublicClient, parseEventLogs } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, finalBlock, findBlock, headBlock } from '@/lib/evm/blocks';
import { readCodeKind } from '@/lib/evm/code';
import { isNodeFault } from '@/lib/evm/faults';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import type { NamedPair, Vault } from './store';

/** Whom some blocks named. `readTo` is what need not be read again; null where none of it is final. */
export type SignerLogs = { pairs: NamedPair[]; readTo: bigint | null; complete: boolean };

/** Blocks below the newest final one that are read again: a node may have a block before it has its logs. */
const againBlocks = 64n;

const signerSet = getAbiItem({ abi: drawbridgeAbi, name: 'SignerSet' });

/**
 * The signers that a vault named since a block, by the contract's own events, as far as `budgetMs` lets it read. The node
 * has to have the last block of every part: a list without it is no answer.
 */
export async function readSignerLogs(
  client: PublicClient,
  vault: Vault,
  after: bigint | null,
  budgetMs: number,
): Promise<SignerLogs> {
  const until = Date.now() + budgetMs;
  const head = await headBlock(client);
  const final = await finalBlock(client, chainOf(vault.chain), head);
  const from = after === null ? await firstBlock(client, head) : after + 1n;
  const pairs: NamedPair[] = [];
  let reached = from - 1n;
  for await (const { part, found } of readInParts({ from, to: head.number }, read, head.number + 1n)) {
    if (!found) break;
    pairs.push(...found);
    reached = part.to;
    if (Date.now() > until) break;
  }
  const done = final === null ? -1n : (final.number < reached ? final.number : reached) - againBlocks;
  return { pairs, readTo: done >= from ? done : null, complete: reached >= head.number };

  async function read({ from, to }: Span): Promise<NamedPair[] | null> {
    const [last, logs] = await Promise.all([
      findBlock(client, to),
      client.getLogs({
        ...{ address: hex(drawbridgeAddress), event: signerSet, args: { vault: hex(vault.address) } },
        ...{ fromBlock: from, toBlock: to },
      }),
    ]);
    if (!last) return null;
    return parseEventLogs({ abi: drawbridgeAbi, eventName: 'SignerSet', logs })
      .filter(({ args }) => args.vault.toLowerCase() === vault.address)
      .map(({ args }) => ({ signer: args.signer.toLowerCase(), token: args.token.toLowerCase() }));
  }
}

/** The block since which the contract is there, or 0 from a node that keeps no old states. */
async function firstBlock(client: PublicClient, head: BlockMark): Promise<bigint> {
  let [low, high] = [0n, head.number];
  try {
    while (low < high) {
      const middle = (low + high) / 2n;
      if ((await readCodeKind(client, drawbridgeAddress, middle)) === 'none') low = middle + 1n;
      else high = middle;
    }
    return low;
  } catch (error) {
    if (isNodeFault(error)) return 0n;
    throw error;
  }
}

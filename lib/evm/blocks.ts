import { BlockNotFoundError, type PublicClient } from 'viem';
import type { ChainFacts } from '@/lib/chains/chain';
import { Refusal } from '@/lib/kernel/errors';
import { isRefused } from './nodes/refused';

/** `bloom` says which logs the block cannot have; null from a node that does not tell. */
export type BlockMark = { number: bigint; hash: string; parentHash: string; time: Date; bloom: string | null };

type Header = { number: bigint; hash: string; parentHash: string; timestamp: bigint; logsBloom?: string | null };

function mark({ number, hash, parentHash, timestamp, logsBloom }: Header): BlockMark {
  return { number, hash, parentHash, time: new Date(Number(timestamp) * 1000), bloom: logsBloom ?? null };
}

/** The block with this number, or null from a node that does not have it (yet, or any more). */
export async function findBlock(client: PublicClient, number: bigint): Promise<BlockMark | null> {
  try {
    return mark(await client.getBlock({ blockNumber: number }));
  } catch (error) {
    if (error instanceof BlockNotFoundError) return null;
    throw error;
  }
}

export async function headBlock(client: PublicClient): Promise<BlockMark> {
  return mark(await client.getBlock({ blockTag: 'latest' }));
}

/**
 * The newest block that counts as unchangeable under the chain's finality rule; null while there is none.
 * Refuses: chain_unavailable, of a node that does not know the tag by which this chain's blocks are final.
 */
export async function finalBlock(client: PublicClient, facts: ChainFacts, head: BlockMark): Promise<BlockMark | null> {
  const { finality } = facts;
  if ('confirmations' in finality) return blockAtDepth(client, head, finality.confirmations);
  try {
    return mark(await client.getBlock({ blockTag: finality.tag }));
  } catch (error) {
    if (error instanceof BlockNotFoundError) return null;
    if (!isRefused(error)) throw error;
    if (finality.depthWithoutTag === null) throw lacksTag(facts, finality.tag, error);
    return blockAtDepth(client, head, finality.depthWithoutTag);
  }
}

async function blockAtDepth(client: PublicClient, head: BlockMark, depth: number): Promise<BlockMark | null> {
  const number = head.number - BigInt(depth) + 1n;
  return number < 0n ? null : findBlock(client, number);
}

function lacksTag({ key, name }: ChainFacts, tag: string, cause: unknown): Refusal {
  const setting = `RPC_URL_${key.toUpperCase()}`;
  const detail = `The node of ${name} does not answer for the block “${tag}”, by which payments are final there. Set ${setting} to one that does.`;
  return new Refusal('chain_unavailable', { detail }, { cause });
}

/** Headers of `from`..`to`; null when the node lacks one of them or they do not hang together. */
export async function blockRange(client: PublicClient, from: bigint, to: bigint): Promise<BlockMark[] | null> {
  const numbers = Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index));
  const found = await Promise.all(numbers.map((number) => findBlock(client, number)));
  const blocks = found.filter((block) => block !== null);
  const linked = blocks.every((block, index) => index === 0 || block.parentHash === blocks[index - 1]?.hash);
  return blocks.length === numbers.length && linked ? blocks : null;
}

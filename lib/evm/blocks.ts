import { BlockNotFoundError, type PublicClient } from 'viem';
import type { ChainFacts } from '@/lib/chains/chain';

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

/** The newest block that counts as unchangeable under the chain's finality rule; null while there is none. */
export async function finalBlock(client: PublicClient, facts: ChainFacts, head: BlockMark): Promise<BlockMark | null> {
  if ('tag' in facts.finality) {
    try {
      return mark(await client.getBlock({ blockTag: facts.finality.tag }));
    } catch (error) {
      if (error instanceof BlockNotFoundError) return null;
      throw error;
    }
  }
  const number = head.number - BigInt(facts.finality.confirmations) + 1n;
  return number < 0n ? null : findBlock(client, number);
}

/** Headers of `from`..`to`; null when the node lacks one of them or they do not hang together. */
export async function blockRange(client: PublicClient, from: bigint, to: bigint): Promise<BlockMark[] | null> {
  const numbers = Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index));
  const found = await Promise.all(numbers.map((number) => findBlock(client, number)));
  const blocks = found.filter((block) => block !== null);
  const linked = blocks.every((block, index) => index === 0 || block.parentHash === blocks[index - 1]?.hash);
  return blocks.length === numbers.length && linked ? blocks : null;
}

import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type BlockMark, blockRange } from './blocks';
import { mayContain, type Sought } from './bloom';
import type { Span } from './read-in-parts';
import { finding } from './rpc';

export type Position = { blockNumber: bigint; blockHash: string };

/** One question about logs. Where a block's bloom may hold what is `sought` and the node told none, it is asked again. */
export type Look<Seen extends Position> = {
  sought: Sought | null;
  read(client: PublicClient, span: Span): Promise<Seen[]>;
};

export type BlocksRead<Seen extends Position> = { blocks: BlockMark[]; seen: Seen[] };

/**
 * What the blocks of a span show of what is looked for, with their headers from `keepFrom` on; null when no node has all
 * of these. Headers and logs travel in one batch: a node that lacks the last block cannot pass off its empty list as
 * an answer. A block without logs whose bloom may hold some is asked for them once more. Refuses: chain_unavailable.
 */
export function readBlocks<Seen extends Position>(
  chain: ChainKey,
  looks: readonly Look<Seen>[],
  span: Span,
  keepFrom: bigint,
): Promise<BlocksRead<Seen> | null> {
  return finding(chain, async (client) => {
    const [blocks, ...first] = await Promise.all([
      blockRange(client, keepFrom, span.to),
      ...looks.map((look) => look.read(client, span)),
    ]);
    if (!blocks) return null;
    const again = await Promise.all(looks.map((look, index) => askAgain(client, look, blocks, first[index] ?? [])));
    return { blocks, seen: looks.flatMap((_, index) => [...(first[index] ?? []), ...(again[index] ?? [])]) };
  });
}

/** Of the blocks that may hold what is sought, and of which the node told none. */
async function askAgain<Seen extends Position>(
  client: PublicClient,
  { sought, read }: Look<Seen>,
  blocks: readonly BlockMark[],
  seen: readonly Seen[],
): Promise<Seen[]> {
  if (!sought) return [];
  const told = new Set(seen.map(({ blockNumber }) => blockNumber));
  const isSilent = ({ number, bloom }: BlockMark) => bloom && !told.has(number) && mayContain(bloom, sought);
  const silent = blocks.filter(isSilent);
  return (await Promise.all(silent.map(({ number }) => read(client, { from: number, to: number })))).flat();
}

/** Logs and headers belong to the very blocks whose hashes are kept. */
export function logsMatchBlocks(
  kept: readonly { number: bigint; hash: string }[],
  { blocks, seen }: BlocksRead<Position>,
): boolean {
  const hashes = new Map(kept.map(({ number, hash }) => [number, hash]));
  const headers = blocks.map(({ number, hash }) => ({ blockNumber: number, blockHash: hash }));
  for (const { blockNumber, blockHash } of headers) if (!hashes.has(blockNumber)) hashes.set(blockNumber, blockHash);
  return [...headers, ...seen].every((one) => (hashes.get(one.blockNumber) ?? one.blockHash) === one.blockHash);
}

import type { PublicClient } from 'viem';
import { type BlockMark, blockRange } from './blocks';
import { mayContain, type Sought } from './bloom';
import type { Span } from './read-in-parts';

/** Most blocks of a span that is read with all their headers. */
const maxHeaders = 500n;

/**
 * Reads the logs of a span in one batch with its headers, and once more those of blocks that told none though their bloom
 * may hold some: a node may have a block before its logs. Of a longer span only the last header is read. Null when the
 * node lacks one of them, and so has no say.
 */
export async function readAgainstBlooms<Log extends { block: bigint }>(
  client: PublicClient,
  span: Span,
  sought: Sought,
  read: (span: Span) => Promise<Log[]>,
): Promise<Log[] | null> {
  const { from, to } = span;
  const [blocks, logs] = await Promise.all([blockRange(client, to - from < maxHeaders ? from : to, to), read(span)]);
  if (!blocks) return null;
  const told = new Set(logs.map(({ block }) => block));
  const isSilent = ({ number, bloom }: BlockMark) => bloom !== null && !told.has(number) && mayContain(bloom, sought);
  const again = await Promise.all(blocks.filter(isSilent).map(({ number }) => read({ from: number, to: number })));
  return [...logs, ...again.flat()];
}

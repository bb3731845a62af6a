import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { readFinalBlock, startCursor } from '@/lib/cursors/ensure-watched';
import { findAncestor, requireKnownHistory } from '@/lib/cursors/find-ancestor';
import type { Listener } from '@/lib/cursors/listener';
import { moveFinalOn, moveOn } from '@/lib/cursors/move-cursor';
import { type Cursor, findCursor, findNewestBlock, selectBlocks } from '@/lib/cursors/store';
import { type BlockMark, findBlock, headBlock } from '@/lib/evm/blocks';
import { type BlocksRead, type Look, logsMatchBlocks, readBlocks } from '@/lib/evm/read-blocks';
import { readInParts } from '@/lib/evm/read-in-parts';
import { finding, reading } from '@/lib/evm/rpc';
import { agreed, requireAgreed } from '@/lib/nodes/agreed';
import type { Sighting } from '@/lib/rails/sighting';
import { undoReorg } from './undo-reorg';

/** Most blocks that one step reads before it looks for a reorganisation again. */
const stepBlocks = 1_000n;

/** How many of the blocks that were read are asked for their logs again: a node may have a block before its logs. */
const againBlocks = 12n;

/** A part of at most so many final blocks is read with all their headers. */
const headerBlocks = 256n;

/** `undecided`: a node has no say yet on a part of what was to be read, and may have it at any moment. */
export type StepEnd = 'more' | 'done' | 'undecided';

/**
 * One step along a chain, whose newest block is `head`: notice a reorganisation and undo it, tell the listeners what the new blocks
 * show, then read again and have them confirm what has become final. Every part is idempotent and the cursor moves last, so a worker
 * may die anywhere. Refuses: chain_unavailable.
 */
export async function stepAlong(
  ctx: Context,
  chain: ChainKey,
  listeners: readonly Listener[],
  head: BlockMark,
): Promise<StepEnd> {
  await requireKnownHistory(ctx.db, chain);
  const cursor = (await findCursor(ctx.db, chain)) ?? (await startCursor(ctx, chain, head));
  const ancestor = await findAncestor(ctx, chain, cursor, head);
  if (ancestor === 'behind') return 'undecided';
  if (ancestor !== 'same') {
    if (ancestor.number < cursor.finalNumber && !(await isFinalLost(ctx, cursor))) return 'undecided';
    await undoReorg(ctx, cursor, listeners, ancestor);
    return 'more';
  }
  const read = await readStep(ctx, cursor, listeners, head);
  if (!read) return 'undecided';
  const isDecided = await advanceFinal(ctx, read, listeners, head);
  if (read.number < head.number) return 'more';
  return isDecided ? 'done' : 'undecided';
}

/** One step along a chain from the newest block that its node has now. True when there is more to read at once. */
export async function watchChain(ctx: Context, chain: ChainKey, listeners: readonly Listener[]): Promise<boolean> {
  return (await stepAlong(ctx, chain, listeners, await reading(chain, headBlock))) === 'more';
}

/** Whether a second node, too, has another block, or none, where ours was final. Refuses: chain_unavailable, of a dispute. */
async function isFinalLost(ctx: Context, { chain, finalNumber }: Cursor): Promise<boolean> {
  const disputed = { chain, kind: 'block', subject: `${finalNumber}` } as const;
  const there = await agreed(ctx, disputed, () =>
    reading(chain, (client) => findBlock(client, finalNumber)).then(hashOf),
  );
  const kept = await selectBlocks(ctx.db, chain);
  return there !== hashOf(kept.find(({ number }) => number === finalNumber) ?? null);
}

function hashOf(block: { hash: string } | null): string | null {
  return block?.hash ?? null;
}

/** Reads the next blocks, and the last ones again; null as soon as the node has no say on some of them. */
async function readStep(
  ctx: Context,
  cursor: Cursor,
  listeners: readonly Listener[],
  head: BlockMark,
): Promise<Cursor | null> {
  const { chain } = cursor;
  if (head.number <= cursor.number) return cursor;
  const most = cursor.number + stepBlocks;
  const again = cursor.number - againBlocks;
  const span = {
    from: (again > cursor.finalNumber ? again : cursor.finalNumber) + 1n,
    to: head.number < most ? head.number : most,
  };
  const looks = await looksOf(ctx, chain, listeners);
  const kept = await selectBlocks(ctx.db, chain);
  const final = await readFinalBlock(chain, head);
  let current = cursor;
  const parts = readInParts(span, (part) => {
    const from = part.from > cursor.number ? part.from : cursor.number + 1n;
    return readBlocks(chain, looks, part, part.to < from ? part.to : firstKept(final, from, part.to));
  });
  for await (const { part, found } of parts) {
    if (!found || !(await extendsKnownChain(ctx, chain, current, found.blocks)) || !logsMatchBlocks(kept, found))
      return null;
    await tell(ctx, chain, listeners, found, cursor.number);
    if (part.to > current.number) current = await moveOn(ctx, current, found.blocks, part.to);
  }
  return current;
}

async function looksOf(ctx: Context, chain: ChainKey, listeners: readonly Listener[]): Promise<Look<Sighting>[]> {
  return (await Promise.all(listeners.map((listener) => listener.looks?.(ctx.db, chain) ?? []))).flat();
}

/** One listener after the other. Blocks above `known` were read for the first time. */
async function tell(
  ctx: Context,
  chain: ChainKey,
  listeners: readonly Listener[],
  { seen }: BlocksRead<Sighting>,
  known: bigint,
): Promise<void> {
  for (const listener of listeners) await listener.apply?.(ctx, chain, { seen, known });
}

/** From where on a part's headers are kept: the newest final block, or the last one where all are final. */
function firstKept(final: BlockMark | null, from: bigint, to: bigint): bigint {
  if (!final || final.number < from) return from;
  return final.number < to ? final.number : to;
}

/** The new blocks hang on the last one that we know, where they touch it. */
async function extendsKnownChain(ctx: Context, chain: ChainKey, cursor: Cursor, blocks: BlockMark[]): Promise<boolean> {
  const [first] = blocks;
  if (!first || first.number !== cursor.number + 1n) return true;
  return (await findNewestBlock(ctx.db, chain))?.hash === first.parentHash;
}

/**
 * Has the listeners decide what has become final, by a second node, too; only then is the final mark moved. The blocks are read
 * once more before: what a node had no logs of when they were new is found now. False while a node has no say on it.
 */
async function advanceFinal(
  ctx: Context,
  cursor: Cursor,
  listeners: readonly Listener[],
  head: BlockMark,
): Promise<boolean> {
  const { chain } = cursor;
  const newest = await readFinalBlock(chain, head);
  const isAhead = newest !== null && newest.number > cursor.number;
  const final = isAhead ? await finding(chain, (client) => findBlock(client, cursor.number)) : newest;
  if (isAhead && !final) return false;
  if (!final || final.number < cursor.finalNumber) return true;
  if (!(await requireAgreed(ctx, chain, final))) return false;
  if (!(await readAgain(ctx, cursor, listeners, final))) return false;
  for (const listener of listeners) await listener.confirm?.(ctx, cursor, final.number);
  if (final.number !== cursor.finalNumber) await moveFinalOn(ctx, cursor, final);
  return true;
}

/** False when the node does not have these blocks as they were read. */
async function readAgain(
  ctx: Context,
  cursor: Cursor,
  listeners: readonly Listener[],
  final: BlockMark,
): Promise<boolean> {
  const { chain } = cursor;
  const { number, hash, time } = final;
  const kept = await selectBlocks(ctx.db, chain);
  if (kept.some((block) => block.number === number && block.hash !== hash)) return false;
  const looks = await looksOf(ctx, chain, listeners);
  const span = { from: cursor.finalNumber + 1n, to: number };
  const parts = readInParts(span, (part) =>
    readBlocks(chain, looks, part, part.to - part.from < headerBlocks ? part.from : part.to),
  );
  for await (const { found } of parts) {
    if (!found || !logsMatchBlocks([...kept, { chain, number, hash, time }], found)) return false;
    await tell(ctx, chain, listeners, found, cursor.number);
  }
  return true;
}

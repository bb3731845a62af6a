import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { findAncestor, requireKnownHistory } from '@/lib/cursors/find-ancestor';
import {
  type Cursor,
  deleteBlocksBelow,
  findCursor,
  findNewestBlock,
  insertCursor,
  saveBlocks,
  saveCursor,
  selectBlocks,
} from '@/lib/cursors/store';
import { type BlockMark, finalBlock, findBlock, headBlock } from '@/lib/evm/blocks';
import { readInParts } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { confirmTransfers } from '@/lib/payouts/confirm';
import { bookMoves } from './book-moves';
import { findWatched, logsMatchBlocks, readBlocks, recordBlocks } from './read-blocks';
import { undoReorg } from './undo-reorg';

/** Most blocks that one step reads before it looks for a reorganisation again. */
const stepBlocks = 1_000n;

/** How many of the blocks that were read are asked for their logs again: a node may have a block before its logs. */
const againBlocks = 12n;

/** A part of at most so many final blocks is read with all their headers. */
const headerBlocks = 256n;

/** Hashes of this many final blocks are kept: there a reorganisation deeper than finality is caught. */
const marginBlocks = 128n;

/**
 * One step along a chain: notice a reorganisation and undo it, read what our contract said in the new blocks, then
 * read again and confirm what has become final. Every part is idempotent and the cursor moves last, so a worker may die
 * anywhere. True when there is more to read at once. Refuses: chain_unavailable.
 */
export async function watchChain(ctx: Context, chain: ChainKey): Promise<boolean> {
  await requireKnownHistory(ctx.db, chain);
  const head = await reading(chain, headBlock);
  const cursor = (await findCursor(ctx.db, chain)) ?? (await startCursor(ctx, chain, head));
  const ancestor = await findAncestor(ctx, chain, cursor, head);
  if (ancestor === 'behind') return false;
  if (ancestor !== 'same') {
    await undoReorg(ctx, chain, cursor, ancestor);
    return true;
  }
  const read = await readStep(ctx, chain, cursor, head);
  if (!read) return false;
  await advanceFinal(ctx, chain, read, head);
  return read.number < head.number;
}

/** Makes sure that a chain is watched from now on, so that nothing signed after this can be paid unseen. */
export async function ensureWatched(ctx: Context, chain: ChainKey): Promise<void> {
  if (await findCursor(ctx.db, chain)) return;
  await startCursor(ctx, chain, await reading(chain, headBlock));
}

function readFinalBlock(chain: ChainKey, head: BlockMark): Promise<BlockMark | null> {
  return reading(chain, (client) => finalBlock(client, chainOf(chain), head));
}

/** A chain that was never read starts at its newest final block: nothing was signed for it before. */
async function startCursor(ctx: Context, chain: ChainKey, head: BlockMark): Promise<Cursor> {
  const final = await readFinalBlock(chain, head);
  const start = final ?? (await reading(chain, (client) => findBlock(client, 0n))) ?? head;
  const { number, hash, time } = start;
  const cursor = { chain, number, finalNumber: number, finalTime: time, updatedAt: ctx.clock.now() };
  await ctx.db.transaction(async (tx) => {
    await saveBlocks(tx, [{ chain, number, hash, time }]);
    await insertCursor(tx, cursor);
  });
  return cursor;
}

/** Reads the next blocks, and the last ones again; null as soon as the node has no say on some of them. */
async function readStep(ctx: Context, chain: ChainKey, cursor: Cursor, head: BlockMark): Promise<Cursor | null> {
  if (head.number <= cursor.number) return cursor;
  const most = cursor.number + stepBlocks;
  const again = cursor.number - againBlocks;
  const span = {
    from: (again > cursor.finalNumber ? again : cursor.finalNumber) + 1n,
    to: head.number < most ? head.number : most,
  };
  const watched = await findWatched(ctx.db, chain);
  const kept = await selectBlocks(ctx.db, chain);
  const final = await readFinalBlock(chain, head);
  let current = cursor;
  const parts = readInParts(span, (part) => {
    const from = part.from > cursor.number ? part.from : cursor.number + 1n;
    return readBlocks(chain, watched, part, part.to < from ? part.to : firstKept(final, from, part.to));
  });
  for await (const { part, found } of parts) {
    if (!found || !(await extendsKnownChain(ctx, chain, current, found.blocks)) || !logsMatchBlocks(kept, found))
      return null;
    await recordBlocks(ctx, chain, found, cursor.number);
    if (part.to > current.number) current = await moveOn(ctx, current, found.blocks, part.to);
  }
  return current;
}

/** From where on a part's headers are kept: the newest final block, or the last one where all are final. */
function firstKept(final: BlockMark | null, from: bigint, to: bigint): bigint {
  if (!final || final.number < from) return from;
  return final.number < to ? final.number : to;
}

/** What was read is done: its newest hashes are kept, and the cursor stands at its end. */
async function moveOn(ctx: Context, cursor: Cursor, blocks: BlockMark[], to: bigint): Promise<Cursor> {
  const { chain } = cursor;
  const next = { ...cursor, number: to, updatedAt: ctx.clock.now() };
  await ctx.db.transaction(async (tx) => {
    await saveBlocks(
      tx,
      blocks.map(({ number, hash, time }) => ({ chain, number, hash, time })),
    );
    await saveCursor(tx, cursor, next);
  });
  return next;
}

/** The new blocks hang on the last one that we know, where they touch it. */
async function extendsKnownChain(ctx: Context, chain: ChainKey, cursor: Cursor, blocks: BlockMark[]): Promise<boolean> {
  const [first] = blocks;
  if (!first || first.number !== cursor.number + 1n) return true;
  return (await findNewestBlock(ctx.db, chain))?.hash === first.parentHash;
}

/**
 * Settles what has become final and books the vaults' other movements; only then is the final mark moved. The blocks are
 * read once more before: what a node had no logs of when they were new is found now.
 */
async function advanceFinal(ctx: Context, chain: ChainKey, cursor: Cursor, head: BlockMark): Promise<void> {
  const newest = await readFinalBlock(chain, head);
  const isAhead = newest !== null && newest.number > cursor.number;
  const final = isAhead ? await reading(chain, (client) => findBlock(client, cursor.number)) : newest;
  if (!final || final.number < cursor.finalNumber) return;
  if (!(await readAgain(ctx, chain, cursor, final))) return;
  await confirmTransfers(ctx, chain, final.number);
  if (final.number === cursor.finalNumber) return;
  await bookMoves(ctx, cursor, final.number);
  await ctx.db.transaction(async (tx) => {
    await deleteBlocksBelow(tx, chain, final.number - marginBlocks);
    await saveCursor(tx, cursor, {
      ...cursor,
      finalNumber: final.number,
      finalTime: final.time,
      updatedAt: ctx.clock.now(),
    });
  });
}

/** False when the node does not have these blocks as they were read. */
async function readAgain(ctx: Context, chain: ChainKey, cursor: Cursor, final: BlockMark): Promise<boolean> {
  const { number, hash, time } = final;
  const kept = await selectBlocks(ctx.db, chain);
  if (kept.some((block) => block.number === number && block.hash !== hash)) return false;
  const watched = await findWatched(ctx.db, chain);
  const span = { from: cursor.finalNumber + 1n, to: number };
  const parts = readInParts(span, (part) =>
    readBlocks(chain, watched, part, part.to - part.from < headerBlocks ? part.from : part.to),
  );
  for await (const { found } of parts) {
    if (!found || !logsMatchBlocks([...kept, { chain, number, hash, time }], found)) return false;
    await recordBlocks(ctx, chain, found, cursor.number);
  }
  return true;
}

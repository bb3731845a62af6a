import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import type { BlockMark } from '@/lib/evm/blocks';
import { type Cursor, deleteBlocksAbove, deleteBlocksBelow, saveBlocks, saveCursor } from './store';

/** Hashes of this many final blocks are kept: there a reorganisation deeper than finality is caught. */
const marginBlocks = 128n;

/** What was read is done: its newest hashes are kept, and the cursor stands at its end. */
export async function moveOn(ctx: Context, cursor: Cursor, blocks: BlockMark[], to: bigint): Promise<Cursor> {
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

/** What is final up to this block is decided: older hashes are forgotten. */
export async function moveFinalOn(ctx: Context, cursor: Cursor, final: BlockMark): Promise<void> {
  const { number: finalNumber, time: finalTime } = final;
  await ctx.db.transaction(async (tx) => {
    await deleteBlocksBelow(tx, cursor.chain, finalNumber - marginBlocks);
    await saveCursor(tx, cursor, { ...cursor, finalNumber, finalTime, updatedAt: ctx.clock.now() });
  });
}

/** The cursor goes back to where our view and the chain agree; `undoFinal` undoes in the same transaction what was final. */
export async function moveBack(
  ctx: Context,
  cursor: Cursor,
  ancestor: { number: bigint; time: Date },
  undoFinal: (tx: Tx, now: Date) => Promise<void>,
): Promise<void> {
  const { chain } = cursor;
  const deep = ancestor.number < cursor.finalNumber;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await saveCursor(tx, cursor, {
      number: ancestor.number,
      finalNumber: deep ? ancestor.number : cursor.finalNumber,
      finalTime: deep ? ancestor.time : cursor.finalTime,
      updatedAt: now,
    });
    if (deep) await undoFinal(tx, now);
    await deleteBlocksAbove(tx, chain, ancestor.number);
  });
}

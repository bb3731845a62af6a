import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, finalBlock, findBlock, headBlock } from '@/lib/evm/blocks';
import { finding, reading } from '@/lib/evm/rpc';
import { type Cursor, findCursor, insertCursor, saveBlocks } from './store';

/** Makes sure that a chain is watched from now on, so that nothing signed after this can be paid unseen. */
export async function ensureWatched(ctx: Context, chain: ChainKey): Promise<void> {
  if (await findCursor(ctx.db, chain)) return;
  await startCursor(ctx, chain, await reading(chain, headBlock));
}

export function readFinalBlock(chain: ChainKey, head: BlockMark): Promise<BlockMark | null> {
  return finding(chain, (client) => finalBlock(client, chainOf(chain), head));
}

/** A chain that was never read starts at its newest final block: nothing was signed for it before. */
export async function startCursor(ctx: Context, chain: ChainKey, head: BlockMark): Promise<Cursor> {
  const final = await readFinalBlock(chain, head);
  const start = final ?? (await finding(chain, (client) => findBlock(client, 0n))) ?? head;
  const { number, hash, time } = start;
  const cursor = { chain, number, finalNumber: number, finalTime: time, updatedAt: ctx.clock.now() };
  await ctx.db.transaction(async (tx) => {
    await saveBlocks(tx, [{ chain, number, hash, time }]);
    await insertCursor(tx, cursor);
  });
  return cursor;
}

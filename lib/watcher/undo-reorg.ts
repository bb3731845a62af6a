import type { Context } from '@/lib/access/actor';
import type { Listener } from '@/lib/cursors/listener';
import { moveBack } from '@/lib/cursors/move-cursor';
import type { Cursor } from '@/lib/cursors/store';
import { log } from '@/lib/kernel/log';

/**
 * Has the listeners undo what the chain showed and a reorganisation took away. The cursor goes back last, together with
 * what was taken from final blocks: a crash in between repeats harmlessly, and nobody books from lost blocks afterwards.
 */
export async function undoReorg(
  ctx: Context,
  cursor: Cursor,
  listeners: readonly Listener[],
  ancestor: { number: bigint; time: Date },
): Promise<void> {
  const { chain } = cursor;
  log.warn({ chain, from: cursor.number.toString(), to: ancestor.number.toString() }, 'the chain was reorganised');
  for (const listener of listeners) await listener.undo?.(ctx, chain, ancestor.number);
  await moveBack(ctx, cursor, ancestor, async (tx, now) => {
    for (const listener of listeners) await listener.undoFinal?.(tx, chain, ancestor.number, now);
  });
}

import type { Listener } from '@/lib/cursors/listener';
import { confirmTransfers } from './confirm';
import { awaitsBlock } from './transfer-store';
import { undoTransfers, type WhenUndone } from './undo-transfers';

/** Transfers of every rail, however they were seen: confirmed once they are final, undone once they are lost. */
export const transferListener = (whenUndone: WhenUndone): Listener => ({
  confirm: async (ctx, { chain }, to) => {
    await confirmTransfers(ctx, chain, to);
  },
  awaits: awaitsBlock,
  undo: (ctx, chain, ancestor) => undoTransfers(ctx, chain, ancestor, whenUndone),
});

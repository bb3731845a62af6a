import type { Listener } from '@/lib/cursors/listener';
import { confirmTransfers } from './confirm';
import { undoTransfers } from './undo-transfers';

/** Transfers of every rail, however they were seen: confirmed once they are final, undone once they are lost. */
export const transferListener: Listener = {
  confirm: async (ctx, { chain }, to) => {
    await confirmTransfers(ctx, chain, to);
  },
  undo: undoTransfers,
};

import type { Listener } from '@/lib/cursors/listener';
import { bookMoves, undoMoves } from './book-moves';

/** What came into the vaults and what left them by another door than a payout. Only final blocks are booked. */
export const movementListener: Listener = {
  confirm: async (ctx, cursor, to) => {
    if (to > cursor.finalNumber) await bookMoves(ctx, cursor, to);
  },
  undoFinal: undoMoves,
};

import type { Listener } from '@/lib/cursors/listener';
import { ofKind } from '@/lib/rails/sighting';
import { noteOrder } from './note-order';

/** Orders that the contract paid out of the vaults; they are seen by what looks for claims. */
export const orderListener: Listener = {
  apply: async (ctx, chain, { seen, known }) => {
    for (const order of ofKind(seen, 'order')) await noteOrder(ctx, chain, order, order.blockNumber > known);
  },
};

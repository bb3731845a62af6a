import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import type { Look } from '@/lib/evm/read-blocks';
import type { Sighting } from '@/lib/rails/sighting';
import type { Cursor } from './store';

/** Blocks above `known` were read for the first time. */
export type Reading = { seen: readonly Sighting[]; known: bigint };

/**
 * What listens to a chain, and is told of it by the watcher: in the order in which listeners are registered, and before
 * the cursor moves. Every part may be repeated.
 */
export type Listener = {
  /** What to look for. Asked after the head was read: what is signed later is above it. */
  looks?(db: Queryable, chain: ChainKey): Promise<Look<Sighting>[]>;
  /** Writes down what was seen by any look; doing it again changes nothing. */
  apply?(ctx: Context, chain: ChainKey, reading: Reading): Promise<void>;
  /** Decides what lies in blocks that are final up to `to`; `cursor` is where the chain was read to before. */
  confirm?(ctx: Context, cursor: Cursor, to: bigint): Promise<void>;
  /** Whether what is under way here ends with a block that is still to come; then the chain is looked at without delay. */
  awaits?(db: Queryable, chain: ChainKey): Promise<boolean>;
  /** Undoes what only blocks above `ancestor` showed and the chain has no more; before the cursor goes back. */
  undo?(ctx: Context, chain: ChainKey, ancestor: bigint): Promise<void>;
  /** Undoes what was taken from final blocks above `ancestor`, in the transaction that moves the cursor back. */
  undoFinal?(tx: Tx, chain: ChainKey, ancestor: bigint, now: Date): Promise<void>;
};

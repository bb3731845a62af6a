import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { Listener } from '@/lib/cursors/listener';
import { tellTrouble } from '@/lib/cursors/tell-trouble';
import { Refusal } from '@/lib/kernel/errors';
import { watchChain } from './watch';

/** A step along a chain. What keeps the node from being read is told. */
export async function watchAndTell(ctx: Context, chain: ChainKey, listeners: readonly Listener[]): Promise<boolean> {
  try {
    return await watchChain(ctx, chain, listeners);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') await tellTrouble(ctx, chain, error.message);
    throw error;
  }
}

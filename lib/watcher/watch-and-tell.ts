import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { Listener } from '@/lib/cursors/listener';
import { tellTrouble } from '@/lib/cursors/tell-trouble';
import { headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { watchChain } from './watch';

/** So long, in milliseconds, a chain with the same newest block may go without a step along it. */
const sameMs = 6_000;

/**
 * Steps along a chain, each told of what keeps its node from being read. While the newest block is the one that the last whole
 * step saw, and nothing was stirred here, a look at it is all.
 */
export function stepsAlong(chain: ChainKey, listeners: readonly Listener[]) {
  let last = { hash: '', at: 0 };
  const step = async (ctx: Context, stirred: boolean): Promise<boolean> => {
    const [{ hash }, at] = [await reading(chain, headBlock), performance.now()];
    if (!stirred && hash === last.hash && at - last.at < sameMs) return false;
    last = { hash: '', at: 0 };
    const more = await watchChain(ctx, chain, listeners);
    if (!more) last = { hash, at };
    return more;
  };
  return async (ctx: Context, stirred: boolean): Promise<boolean> => {
    try {
      return await step(ctx, stirred);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'chain_unavailable') await tellTrouble(ctx, chain, error.message);
      throw error;
    }
  };
}

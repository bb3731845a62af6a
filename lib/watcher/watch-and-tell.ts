import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { Listener } from '@/lib/cursors/listener';
import { tellTrouble } from '@/lib/cursors/tell-trouble';
import { headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { watchChain } from './watch';

/**
 * So long, in milliseconds, a chain with the same newest block may go without a step along it: at first, since a node may have a block
 * before its logs, and at most. Each step that found the same block makes it twice as long.
 */
const sameMs = { first: 6_000, most: 48_000 } as const;

/**
 * Steps along a chain, each told of what keeps its node from being read. While the newest block is the one that the last whole
 * step saw, and nothing was stirred here, a look at it is all.
 */
export function stepsAlong(chain: ChainKey, listeners: readonly Listener[]) {
  const nothing = { hash: '', at: 0, restMs: sameMs.first };
  let last: { hash: string; at: number; restMs: number } = nothing;
  const step = async (ctx: Context, stirred: boolean): Promise<boolean> => {
    const [head, at] = [await reading(chain, headBlock), performance.now()];
    const { hash } = head;
    if (!stirred && hash === last.hash && at - last.at < last.restMs) return false;
    const restMs = hash === last.hash && !stirred ? Math.min(2 * last.restMs, sameMs.most) : sameMs.first;
    last = nothing;
    const more = await watchChain(ctx, chain, listeners, head);
    if (!more) last = { hash, at, restMs };
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

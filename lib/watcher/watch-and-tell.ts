import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import type { Listener } from '@/lib/cursors/listener';
import { tellTrouble } from '@/lib/cursors/tell-trouble';
import { headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import type { JobState } from '@/lib/jobs/runner';
import { Refusal } from '@/lib/kernel/errors';
import { stepAlong } from './watch';

/**
 * So long, in milliseconds, a chain with the same newest block may go without a step along it: where a node had no say on all of it or
 * something waits there, as what is final may move on without a block, and where everything was read and decided. There each step
 * that found the same block makes it twice as long, up to `most`.
 */
const sameMs = { undecided: 6_000, done: 24_000, most: 96_000 } as const;

type Last = { hash: string; at: number; restMs: number; state: JobState };

/**
 * Steps along a chain, each told of what keeps its node from being read. While the newest block is the one that the last whole
 * step saw, and nothing was stirred here, a look at it is all.
 */
export function stepsAlong(chain: ChainKey, listeners: readonly Listener[]) {
  const nothing: Last = { hash: '', at: 0, restMs: 0, state: false };
  let last = nothing;
  const step = async (ctx: Context, stirred: boolean): Promise<JobState> => {
    const [head, at] = [await reading(chain, headBlock), performance.now()];
    const before = last.hash === head.hash && !stirred ? last : nothing;
    if (before !== nothing && at - before.at < before.restMs) return before.state;
    last = nothing;
    const end = await stepAlong(ctx, chain, listeners, head);
    if (end === 'more') return true;
    const longer = Math.min(sameMs.most, Math.max(sameMs.done, 2 * before.restMs));
    const awaits = await Promise.all(listeners.map((listener) => listener.awaits?.(ctx.db, chain)));
    const state = awaits.includes(true) && 'awaiting';
    last = { hash: head.hash, at, restMs: end === 'done' && !state ? longer : sameMs.undecided, state };
    return state;
  };
  return async (ctx: Context, stirred: boolean): Promise<JobState> => {
    try {
      return await step(ctx, stirred);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'chain_unavailable') await tellTrouble(ctx, chain, error.message);
      throw error;
    }
  };
}

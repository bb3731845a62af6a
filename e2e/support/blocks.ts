import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { mine } from '@/scripts/services/block-maker';
import { callRpc, callRpcNumber } from '@/scripts/services/json-rpc';

const blockMs = 400;
/** So many after the last one that came for a transfer, or by a test's wish: what is in it is final then. */
const settlingBlocks = 4;
/** An idle chain goes on, too, only slower: what waits for a final block without any transfer waits for this. */
const idleMs = 2_000;
const pool = z.object({ pending: z.string() });

/** Makes blocks more than twice as fast as the demo does, and few once what was in them is final. */
export function makeBlocks(rpcUrl: string) {
  const stopped = new AbortController();
  const done = (async () => {
    let left = settlingBlocks;
    let head = 0;
    let idle = 0;
    while (!stopped.signal.aborted) {
      const pending = Number(pool.parse(await callRpc(rpcUrl, 'txpool_status')).pending) > 0;
      const height = await callRpcNumber(rpcUrl, 'eth_blockNumber');
      if (pending || height !== head) left = settlingBlocks;
      idle = left > 0 ? 0 : idle + blockMs;
      const isDue = left > 0 || idle >= idleMs;
      if (isDue) await mine(rpcUrl);
      if (idle >= idleMs) idle = 0;
      head = isDue ? height + 1 : height;
      left = Math.max(0, left - 1);
      await pause(blockMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      await done;
    },
  };
}

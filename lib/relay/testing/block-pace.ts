import { setTimeout as pause } from 'node:timers/promises';
import { numberToHex } from 'viem';

const gwei = 1_000_000_000n;

type World = { rpc(method: string, params?: unknown[]): Promise<unknown>; mine(count?: number): Promise<void> };

/** Makes a block each `blockMs`, at the base fee that was set last, until `stop`. */
export function startPace(world: World, firstGwei: bigint, blockMs = 1_000) {
  const stopped = new AbortController();
  const state = { base: firstGwei * gwei, blocks: 0, isRaised: false };
  const done = (async () => {
    while (!stopped.signal.aborted) {
      await world.rpc('anvil_setNextBlockBaseFeePerGas', [numberToHex(state.base)]);
      await world.mine();
      state.blocks += 1;
      await pause(blockMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return {
    /** Once, as soon as it is time. */
    raiseOnce: (isTime: boolean, times: bigint) => {
      if (!isTime || state.isRaised) return;
      state.isRaised = true;
      state.base *= times;
    },
    blocks: () => state.blocks,
    async stop() {
      stopped.abort();
      await done;
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { saveChain } from './chain-state';
import { callRpc, callRpcNumber } from './json-rpc';

/** Blocks that follow a busy one at a block per second, so that what is in it becomes final at a live chain's pace. */
const settlingBlocks = 6;
const secondMs = 1_000;

export type Pace = {
  /** Transfers wait for a block. */
  pending: boolean;
  /** Blocks since the last one with a transfer in it. */
  emptyBlocks: number;
  sinceBlockMs: number;
  sinceBusyMs: number;
};

/** Seconds matter while a person waits; an idle chain only has to keep its clock, and may not grow for ever. */
export function isBlockDue({ pending, emptyBlocks, sinceBlockMs, sinceBusyMs }: Pace): boolean {
  if (pending || emptyBlocks < settlingBlocks) return sinceBlockMs >= secondMs - 50;
  return sinceBlockMs >= (sinceBusyMs < 3_600_000 ? 15_000 : 60_000);
}

const poolSchema = z.object({ pending: z.string(), queued: z.string() });
const blockSchema = z.object({ number: z.string(), hash: z.string(), transactions: z.array(z.unknown()) });

type Head = { hash: string; busy: boolean };

async function headOf(rpcUrl: string): Promise<Head> {
  const block = blockSchema.parse(await callRpc(rpcUrl, 'eth_getBlockByNumber', ['latest', false]));
  return { hash: block.hash, busy: block.transactions.length > 0 };
}

/** Mines `count` empty or pending blocks at once. */
export async function mine(rpcUrl: string, count = 1): Promise<void> {
  await callRpc(rpcUrl, 'anvil_mine', [`0x${count.toString(16)}`]);
}

/**
 * Makes the local chain's blocks until `stop`, and saves the chain after every new head, also one that another program
 * made. `onFailure` hears of the first call that the chain does not answer.
 */
export function startBlockMaker(rpcUrl: string, directory: string, onFailure: (error: unknown) => void) {
  const stopped = new AbortController();
  const done = (async () => {
    let head = '';
    let lastBlock = 0;
    let lastBusy = Date.now();
    let emptyBlocks = 0;
    while (!stopped.signal.aborted) {
      const pool = poolSchema.parse(await callRpc(rpcUrl, 'txpool_status'));
      const pending = Number(pool.pending) > 0;
      const now = Date.now();
      if (isBlockDue({ pending, emptyBlocks, sinceBlockMs: now - lastBlock, sinceBusyMs: now - lastBusy })) {
        await mine(rpcUrl);
      }
      const seen = await headOf(rpcUrl);
      if (seen.hash !== head) {
        await saveChain(rpcUrl, directory);
        head = seen.hash;
        lastBlock = now;
        emptyBlocks = seen.busy ? 0 : emptyBlocks + 1;
        if (seen.busy) lastBusy = now;
      }
      await pause(250, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) onFailure(error);
  });
  return {
    stop: async () => {
      stopped.abort();
      await done;
    },
  };
}

/** Waits until the node answers with `chainId`; false when `gone` comes first or nothing answers for long. */
export async function answersFor(rpcUrl: string, chainId: number, isGone: () => boolean): Promise<boolean> {
  const until = Date.now() + 60_000;
  while (!isGone() && Date.now() < until) {
    const answer = await callRpcNumber(rpcUrl, 'eth_chainId').catch(() => null);
    if (answer !== null) return answer === chainId;
    await pause(20);
  }
  return false;
}

import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { nodesOf } from '@/lib/evm/nodes/nodes';
import { probeNode } from '@/lib/evm/probe-node';
import { forgetOtherNodes, saveNode } from './store';

/** Tries each node of a chain for all that is needed of it, and keeps what was found for the operator. */
export async function lookAtNodes(ctx: Context, chain: ChainKey): Promise<void> {
  const nodes = nodesOf(chain);
  for (const [index, node] of nodes.entries()) {
    const { head, final, logBlocks, lacks } = await probeNode(node);
    const lookedAt = ctx.clock.now();
    const { mark, host } = node;
    const fault = lacks[0] ?? null;
    await saveNode(ctx.db, {
      ...{ chain, mark, host, place: index + 1, lookedAt, lacks, logBlocks, finalNumber: final },
      ...{ headNumber: head?.number ?? null, headTime: head?.time ?? null },
      ...{ lastFault: fault, lastFaultAt: fault ? lookedAt : null },
    });
  }
  await forgetOtherNodes(
    ctx.db,
    chain,
    nodes.map(({ mark }) => mark),
  );
}

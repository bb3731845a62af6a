import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { configuredChains } from '@/lib/chains/served';
import { requireOperator } from '@/lib/operators/require-operator';
import { wordsOf } from './dispute';
import type { ChainNodesView, NodeView } from './schema';
import { type NodeRow, selectNodes, selectOpenDisputes } from './store';

/** What is in dispute between nodes, by chain: there nothing is completed. */
export async function disputesNow(db: Queryable): Promise<Map<ChainKey, string>> {
  const open = await selectOpenDisputes(db);
  return new Map(open.map((one) => [one.chain, wordsOf(one)]));
}

/** Every node of every chain that is served: whether it answers, how far it is, what it lacks and what went wrong last. */
export async function viewNodes(ctx: Context): Promise<ChainNodesView[]> {
  requireOperator(ctx, 'installation:read');
  const [rows, disputes] = await Promise.all([selectNodes(ctx.db), disputesNow(ctx.db)]);
  return configuredChains().map((chain) => {
    const own = rows.filter((row) => row.chain === chain);
    const newest = own.toSorted((a, b) => Number((b.headNumber ?? 0n) - (a.headNumber ?? 0n)))[0];
    return { chain, dispute: disputes.get(chain) ?? null, nodes: own.map((row) => viewOf(row, newest ?? row)) };
  });
}

function viewOf(row: NodeRow, newest: NodeRow): NodeView {
  const { host, place, headNumber, finalNumber, logBlocks, lacks } = row;
  return {
    ...{ host, place, looked_at: row.lookedAt.toISOString(), answers: headNumber !== null },
    ...{ head: textOf(headNumber), final: textOf(finalNumber), log_blocks: textOf(logBlocks) },
    ...lagOf(row, newest),
    ...{ lacks, last_fault: row.lastFault, last_fault_at: row.lastFaultAt?.toISOString() ?? null },
  };
}

function lagOf({ headNumber, headTime }: NodeRow, newest: NodeRow) {
  if (headNumber === null || newest.headNumber === null || !headTime || !newest.headTime)
    return { lag_blocks: null, lag_seconds: null };
  const seconds = Math.round((newest.headTime.getTime() - headTime.getTime()) / 1000);
  return { lag_blocks: `${newest.headNumber - headNumber}`, lag_seconds: Math.max(0, seconds) };
}

function textOf(count: bigint | null): string | null {
  return count === null ? null : `${count}`;
}

import type { ChainKey } from '@/db/vocabulary/chains';
import { compareNodes } from '@/lib/evm/nodes/compare-nodes';
import { askingOnly, type Node, standingOf } from '@/lib/evm/nodes/nodes';
import { nodesToAsk } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';

export type Saying<T> = { node: Node; answer: T };

/**
 * The same question to the best node of a chain and to a second one; the second is null where no other serves now. `ask` does
 * readings of this chain alone. Refuses: chain_unavailable, where no node answers.
 */
export async function twoSayings<T>(
  chain: ChainKey,
  ask: () => Promise<T>,
): Promise<{ first: Saying<T>; second: Saying<T> | null }> {
  await compareNodes(chain);
  const said: Saying<T>[] = [];
  let told: unknown;
  for (const node of nodesToAsk(chain)) {
    const [first, second] = said;
    if (first && (second || standingOf(node).fault)) break;
    try {
      said.push({ node, answer: await askingOnly(node, ask) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'chain_unavailable') throw error;
      told ??= error;
    }
  }
  const [first, second = null] = said;
  if (!first) throw told;
  return { first, second };
}

import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { type BlockMark, finalBlock, findBlock, headBlock } from './blocks';
import { askingOnly, type Node, nodesOf } from './nodes/nodes';
import { readInParts } from './read-in-parts';
import { reading } from './rpc';

/** Blocks whose logs are asked for at once when a node is tried. */
const logBlocks = 1_000n;

/** What was tried of a node, and what came of it; `lacks` is for the operator, and empty when all is well. */
export type NodeReport = {
  chain: ChainKey;
  host: string;
  head: BlockMark | null;
  final: bigint | null;
  logBlocks: bigint | null;
  lacks: string[];
};

/**
 * Tries what this portal needs of a chain's node: batches, the right network, the tag or depth by which blocks are final,
 * the state at that block, log queries, and how many blocks it grants them.
 */
export function probeNode(node: Node): Promise<NodeReport> {
  return askingOnly(node, () => probe(node));
}

async function probe({ chain, host }: Node): Promise<NodeReport> {
  const lacks: string[] = [];
  const note = (what: string) => (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    lacks.push(`${what}: ${error.message}`);
    return null;
  };
  const head = await reading(chain, headBlock).catch(note('batches of calls'));
  if (!head) return { chain, host, head, final: null, logBlocks: null, lacks };
  const facts = chainOf(chain);
  if (head.bloom === null) lacks.push('Its blocks have no logs bloom: an empty answer cannot be held against it.');
  const final = await reading(chain, (client) => finalBlock(client, facts, head)).catch(note('final blocks'));
  if ('tag' in facts.finality && final) await noteDepth(chain, lacks);
  if (final) {
    const address = drawbridgeAddress;
    await reading(chain, (client) => client.getBalance({ address, blockNumber: final.number })).catch(
      note(`state at the final block ${final.number}`),
    );
  }
  const logBlocks = await reading(chain, (client) => grantedBlocks(client, head.number)).catch(note('logs'));
  return { chain, host, head, final: final?.number ?? null, logBlocks, lacks };
}

/** A tag that the node does not know is told, though a depth stands in for it. */
async function noteDepth(chain: ChainKey, lacks: string[]): Promise<void> {
  const { finality, name } = chainOf(chain);
  if (!('tag' in finality) || finality.depthWithoutTag === null) return;
  const strict = { ...chainOf(chain), finality: { ...finality, depthWithoutTag: null } };
  const known = await reading(chain, async (client) => finalBlock(client, strict, await headBlock(client))).then(
    () => true,
    () => false,
  );
  if (known) return;
  lacks.push(
    `The node of ${name} does not know the block “${finality.tag}”: ${finality.depthWithoutTag} blocks count as final instead.`,
  );
}

/** How many blocks of logs the node grants at once, found as the watcher finds it. */
async function grantedBlocks(client: PublicClient, head: bigint): Promise<bigint> {
  const from = head < logBlocks ? 0n : head - logBlocks + 1n;
  const parts = readInParts({ from, to: head }, (part) =>
    Promise.all([
      findBlock(client, part.to),
      client.getLogs({ address: drawbridgeAddress, fromBlock: part.from, toBlock: part.to }),
    ]),
  );
  for await (const { part } of parts) return part.to - part.from + 1n;
  return 0n;
}

/** Tries the nodes of these chains and says in the log what they can do and what they lack. */
export async function tellNodes(chains: readonly ChainKey[]): Promise<void> {
  for (const node of chains.flatMap(nodesOf)) {
    const { head, logBlocks, lacks } = await probeNode(node);
    const facts = {
      chain: node.chain,
      host: node.host,
      head: textOf(head?.number),
      logBlocks: textOf(logBlocks),
      lacks,
    };
    if (lacks.length > 0) log.warn(facts, 'the node of a chain lacks something that is needed');
    else log.info(facts, 'the node of a chain can do what is needed');
  }
}

function textOf(count: bigint | null | undefined): string | null {
  return count === null || count === undefined ? null : `${count}`;
}

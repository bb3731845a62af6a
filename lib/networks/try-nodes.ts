import { createPublicClient, http, type PublicClient } from 'viem';
import type { ChainFacts } from '@/lib/chains/chain';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { finalBlock, findBlock, headBlock } from '@/lib/evm/blocks';
import { Refusal } from '@/lib/kernel/errors';

/** One request to a node, in milliseconds. */
const requestMs = 8_000;
/** Blocks whose logs are asked for. */
const logBlocks = 100n;

export const refusedChain = (detail: string, field?: string) =>
  new Refusal('chain_refused', { detail, ...(field && { field }) });

/**
 * Tries what is needed of each node of a chain that is not here yet: its network, its newest and its final block, the state at it, and
 * logs; and that all of them are of one history, by its first block. Refuses: chain_refused.
 */
export async function tryNodes(facts: ChainFacts, urls: readonly string[]): Promise<void> {
  const first = await Promise.all(urls.map((url) => tryNode(facts, url)));
  if (new Set(first).size > 1)
    throw refusedChain('The nodes know different first blocks: they are of different networks.', 'nodes');
}

/** Answers the hash of its first block. */
async function tryNode(facts: ChainFacts, url: string): Promise<string> {
  const { host } = new URL(url);
  const client = createPublicClient({
    transport: http(url, { batch: true, retryCount: 1, timeout: requestMs }),
    cacheTime: 0,
  });
  const found = await look(client, facts).catch((error: unknown) => {
    // An address may hold a key, and errors of the client name it: only the host is told.
    if (error instanceof Refusal) throw refusedChain(`${host}: ${error.message}`, 'nodes');
    throw new Refusal(
      'chain_refused',
      { field: 'nodes', detail: `${host} does not answer what is needed.` },
      { cause: error },
    );
  });
  if (found.id !== facts.id) throw refusedChain(`${host} is of the network ${found.id}, not ${facts.id}.`, 'nodes');
  if (!found.first || !found.final) throw refusedChain(`${host} has no first or no final block.`, 'nodes');
  return found.first.hash;
}

async function look(client: PublicClient, facts: ChainFacts) {
  const [id, first, head] = await Promise.all([client.getChainId(), findBlock(client, 0n), headBlock(client)]);
  const final = await finalBlock(client, facts, head);
  const fromBlock = head.number > logBlocks ? head.number - logBlocks : 0n;
  await client.getLogs({ address: drawbridgeAddress, fromBlock, toBlock: head.number });
  if (final) await client.getBalance({ address: drawbridgeAddress, blockNumber: final.number });
  return { id, first, final };
}

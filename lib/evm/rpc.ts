import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { Refusal } from '@/lib/kernel/errors';
import { traced } from '@/lib/kernel/traced';
import { isNodeFault, nodeLacks, nodeUnavailable } from './faults';
import { clientOf } from './nodes/client';
import { compareNodes } from './nodes/compare-nodes';
import { type Node, nodeName, nodesInOrder, noteFault, pinned, standingOf } from './nodes/nodes';
import { isRefused } from './nodes/refused';
import { faultOf, isSilence, LateNode } from './nodes/silence';

/** A whole reading, and what one node may take of it while there is another; milliseconds, by our own clock. */
const readingMs = 30_000;
const nodeMs = 12_000;

/** The nodes to ask, the best one first. Refuses with `chain_unavailable` where no RPC address is configured. */
export function nodesToAsk(chain: ChainKey): Node[] {
  const only = pinned(chain);
  const nodes = only ? [only] : nodesInOrder(chain);
  if (nodes.length > 0) return nodes;
  throw new Refusal('chain_unavailable', { detail: `This installation has no RPC address for ${chain}.` });
}

/** The client of the node that a chain is best read from now, for work that stays with one node from begin to end. */
export function chainClient(chain: ChainKey): PublicClient {
  const [node] = nodesToAsk(chain);
  if (!node) throw new Error(`No node of ${chain} to ask`);
  return clientOf(node);
}

/** The client of a node that answers now, for long work that must stay with one. Refuses: chain_unavailable. */
export function answeringClient(chain: ChainKey): Promise<PublicClient> {
  return reading(chain, async (client) => {
    await client.getBlockNumber();
    return client;
  });
}

/**
 * Gives the same bytes to every node that serves, since each passes them on by itself. Answers per node: null where it took
 * them, or its error. Refuses: chain_unavailable, where no RPC address is configured.
 */
export async function sendToNodes(chain: ChainKey, serializedTransaction: `0x${string}`): Promise<unknown[]> {
  await compareNodes(chain);
  const nodes = nodesToAsk(chain);
  const serving = nodes.filter((node) => standingOf(node).fault === null);
  const sent = (serving.length > 0 ? serving : nodes).map((node) =>
    within(node, nodeMs, (client) => client.sendRawTransaction({ serializedTransaction })).then(
      () => null,
      (error: unknown) => {
        if (isSilence(error)) noteFault(node, faultOf(error));
        return error;
      },
    ),
  );
  return Promise.all(sent);
}

/**
 * Runs reads of a chain, and nothing else: all of them with one node, and from the start with the next one where that fails. What
 * nodes do wrong becomes one refusal that keeps it as its cause; any other error is thrown as it is. Refuses: chain_unavailable.
 */
export function reading<T>(chain: ChainKey, work: (client: PublicClient) => Promise<T>): Promise<T> {
  return traced(`read ${chain}`, { chain }, () => readWith(chain, work));
}

/** The same of what one node may lack and the next one have; null where no node that answers has it. Refuses: chain_unavailable. */
export async function finding<T>(
  chain: ChainKey,
  work: (client: PublicClient) => Promise<T | null>,
): Promise<T | null> {
  const seen = { isLacking: false };
  try {
    return await reading(chain, async (client) => {
      const found = await work(client);
      if (found !== null) return found;
      seen.isLacking = true;
      throw nodeLacks(chain, 'does not have what was asked for');
    });
  } catch (error) {
    if (seen.isLacking && isRefusalOfNode(error) && !isRefused(error)) return null;
    throw error;
  }
}

async function readWith<T>(chain: ChainKey, work: (client: PublicClient) => Promise<T>): Promise<T> {
  if (!pinned(chain)) await compareNodes(chain);
  const nodes = nodesToAsk(chain);
  const end = performance.now() + readingMs;
  let told: unknown;
  for (const [index, node] of nodes.entries()) {
    const left = end - performance.now();
    const isLast = index === nodes.length - 1;
    try {
      return await within(node, isLast ? left : Math.min(left, nodeMs), work);
    } catch (error) {
      if (!isNodeFault(error) && !isRefusalOfNode(error)) throw error;
      if (isSilence(error)) noteFault(node, faultOf(error));
      // A node that refuses so many blocks at once would tell of fewer, which is more than silence.
      if (told === undefined || (isRefused(error) && !isRefused(told))) told = error;
    }
  }
  throw isRefusalOfNode(told) ? told : nodeUnavailable(chain, told);
}

function isRefusalOfNode(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'chain_unavailable';
}

async function within<T>(node: Node, ms: number, work: (client: PublicClient) => Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new LateNode(`${nodeName(node)} did not answer in time.`)), Math.max(0, ms));
  try {
    return await Promise.race([work(clientOf(node)), late]);
  } finally {
    clearTimeout(timer);
  }
}

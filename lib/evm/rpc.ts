import { createPublicClient, defineChain, http, type PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';
import { rpcUrlOf } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { isNodeFault, nodeUnavailable } from './faults';
import { ownChainFetch } from './own-chain';

/** One request, and a whole reading of several; milliseconds, by our own clock; the node cannot extend it. */
const requestMs = 8_000;
const readingMs = 30_000;

const clients = new Map<string, PublicClient>();

/**
 * The client that reads one chain. Calls made in the same tick travel as one JSON-RPC batch, so that an answer and
 * the head it belongs to come from one node, which proves in the same batch that it is on our chain.
 * Refuses with `chain_unavailable` where no RPC address is configured.
 */
export function chainClient(key: ChainKey): PublicClient {
  const url = rpcUrlOf(key);
  if (!url) throw new Refusal('chain_unavailable', { detail: `This installation has no RPC address for ${key}.` });
  const known = clients.get(`${key} ${url}`);
  if (known) return known;
  const facts = chainOf(key);
  const chain = defineChain({
    id: facts.id,
    name: facts.name,
    nativeCurrency: facts.currency,
    rpcUrls: { default: { http: [url] } },
  });
  const client = createPublicClient({
    chain,
    transport: http(url, {
      batch: true,
      retryCount: 1,
      retryDelay: 100,
      timeout: requestMs,
      fetchFn: ownChainFetch(key, url),
    }),
    cacheTime: 0,
    // What a contract answers must not have us fetch from an address that it names.
    ccipRead: false,
  });
  clients.set(`${key} ${url}`, client);
  return client;
}

/**
 * Runs reads of a chain, and nothing else. What the node does wrong becomes one refusal that keeps it as its cause; any
 * other error, such as one of our own code, is thrown as it is. Refuses: chain_unavailable.
 */
export async function reading<T>(key: ChainKey, work: (client: PublicClient) => Promise<T>): Promise<T> {
  const client = chainClient(key);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const detail = `The node of ${chainOf(key).name} did not answer in time.`;
  const timer = setTimeout(() => reject(new Refusal('chain_unavailable', { detail })), readingMs);
  try {
    return await Promise.race([work(client), late]);
  } catch (error) {
    if (isNodeFault(error)) throw nodeUnavailable(key, error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

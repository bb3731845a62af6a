import { createPublicClient, defineChain, http, type PublicClient } from 'viem';
import { chainOf } from '@/lib/chains/registry';
import { type Node, nodesOf } from './nodes';
import { ownChainFetch } from './own-chain';

/** One request, in milliseconds, by our own clock; the node cannot extend it. */
const requestMs = 8_000;

const clients = new Map<string, PublicClient>();

/**
 * The client of one node. Calls made in the same tick travel as one JSON-RPC batch, so that an answer and the head it
 * belongs to come from one node, which proves in the same batch that it is on our chain.
 */
export function clientOf(node: Node): PublicClient {
  const { chain: key, url } = node;
  // Where there is another node, that one is the second try.
  const retryCount = nodesOf(key).length > 1 ? 0 : 1;
  const name = `${key} ${url} ${retryCount}`;
  const known = clients.get(name);
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
      retryCount,
      retryDelay: 100,
      timeout: requestMs,
      fetchFn: ownChainFetch(node),
    }),
    cacheTime: 0,
    // What a contract answers must not have us fetch from an address that it names.
    ccipRead: false,
  });
  clients.set(name, client);
  return client;
}

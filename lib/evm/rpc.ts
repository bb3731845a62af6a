import { createPublicClient, defineChain, http, type PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';
import { rpcUrlOf } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';

const clients = new Map<ChainKey, PublicClient>();

/**
 * The client that reads one chain. Calls made in the same tick travel as one JSON-RPC batch, so that an answer and
 * the head it belongs to come from one node. Refuses with `chain_unavailable` where no RPC address is configured.
 */
export function chainClient(key: ChainKey): PublicClient {
  const known = clients.get(key);
  if (known) return known;
  const url = rpcUrlOf(key);
  if (!url) throw new Refusal('chain_unavailable', { detail: `This installation has no RPC address for ${key}.` });
  const facts = chainOf(key);
  const chain = defineChain({
    id: facts.id,
    name: facts.name,
    nativeCurrency: facts.currency,
    rpcUrls: { default: { http: [url] } },
  });
  const client = createPublicClient({
    chain,
    transport: http(url, { batch: true, retryCount: 1, retryDelay: 100, timeout: 8_000 }),
    cacheTime: 0,
  });
  clients.set(key, client);
  return client;
}

/** Runs reads of a chain; whatever keeps it from answering becomes one refusal that says so. */
export async function reading<T>(key: ChainKey, work: (client: PublicClient) => Promise<T>): Promise<T> {
  const client = chainClient(key);
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('chain_unavailable', { detail: `The node of ${chainOf(key).name} did not answer.` });
  }
}

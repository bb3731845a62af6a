import { BlockNotFoundError } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { nodeLacks } from './faults';
import { reading } from './rpc';
import { sight } from './transactions';

export type Place = { hash: string; blockHash: string; block: bigint };

/**
 * Returns only where the node proves that this transfer is not where the books have it: another block stands there, or the
 * block does not list it, or it did something else. Refuses with chain_unavailable a node that lacks the block, or that
 * lists the transfer and does not show its receipt: it proves nothing.
 */
export async function requireAbsent(chain: ChainKey, { hash, blockHash, block: blockNumber }: Place): Promise<void> {
  const [block, seen] = await reading(chain, (client) =>
    Promise.all([client.getBlock({ blockNumber }).catch(nullIfMissing), sight(client, hex(hash))]),
  );
  if (!block) throw nodeLacks(chain, `does not have the block ${blockNumber}`);
  const isListed = block.transactions.some((one) => one.toLowerCase() === hash);
  if (block.hash.toLowerCase() !== blockHash || !isListed) return;
  const isShown = seen.state === 'mined' && seen.receipt.blockHash.toLowerCase() === blockHash;
  if (!isShown) throw nodeLacks(chain, `has the block of ${hash} and does not show its receipt`);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof BlockNotFoundError) return null;
  throw error;
}

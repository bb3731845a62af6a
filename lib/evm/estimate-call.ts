import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { revertWord } from './revert-word';
import { reading } from './rpc';

/** How much gas a call uses now; null where the chain refuses it. Refuses: chain_unavailable. */
export function estimateCall(chain: ChainKey, call: { to: string; data: string }): Promise<bigint | null> {
  return reading(chain, (client) =>
    client.estimateGas({ to: hex(call.to), data: hex(call.data) }).catch((error: unknown) => {
      revertWord(error);
      return null;
    }),
  );
}

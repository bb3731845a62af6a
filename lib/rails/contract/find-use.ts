import type { ChainKey } from '@/db/vocabulary/chains';
import { readInParts } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { burntBy, readContractLogs } from './logs';

/** What the contract used a claim id for, in the blocks from `from` on; null where they do not show it. */
export function findUse(
  chain: ChainKey,
  vault: string,
  claimId: bigint,
  from: bigint,
): Promise<'claimed' | 'cancelled' | null> {
  return reading(chain, async (client) => {
    const to = await client.getBlockNumber();
    const parts = readInParts({ from, to }, (part) => readContractLogs(client, new Set([vault]), part.from, part.to));
    for await (const { found } of parts) {
      if (found.claims.some((claim) => claim.claimId === claimId)) return 'claimed';
      const burns = [...found.cancellations, ...found.orders.flatMap(burntBy)].filter(
        ({ word }) => word === claimId >> 8n,
      );
      if (burns.some(({ mask }) => (mask >> (claimId & 255n)) & 1n)) return 'cancelled';
    }
    return null;
  });
}

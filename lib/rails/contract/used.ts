import type { PublicClient } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import type { ClaimId } from '@/lib/rails/rail';

/** Which of these claim ids the contract has paid or burnt, as of a block: its bit in the contract is set for ever. */
export async function readUsed(
  client: PublicClient,
  ids: readonly ClaimId[],
  at: bigint | 'latest',
): Promise<boolean[]> {
  const contract = { address: drawbridgeAddress, abi: drawbridgeAbi, functionName: 'used' } as const;
  const block = at === 'latest' ? {} : { blockNumber: at };
  const words = await Promise.all(
    ids.map(({ vault, claimId }) => client.readContract({ ...contract, args: [hex(vault), claimId >> 8n], ...block })),
  );
  return ids.map(({ claimId }, index) => (((words[index] ?? 0n) >> (claimId & 255n)) & 1n) === 1n);
}

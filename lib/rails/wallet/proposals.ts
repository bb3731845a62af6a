import { type PublicClient, toEventSelector } from 'viem';
import { hex } from '@/lib/chains/address';

/** A Safe's proposal that was carried out: in which transfer, and whether what it asked for succeeded. */
export type Execution = { safe: string; proposal: string; hash: string; blockNumber: bigint; blockHash: string };

const selectors = [
  toEventSelector('ExecutionSuccess(bytes32,uint256)'),
  toEventSelector('ExecutionFailure(bytes32,uint256)'),
];

/**
 * What these Safes carried out in a range of blocks, by safeTxHash. Up to version 1.3 the hash is in the data, from 1.4
 * on it is a topic; the selector is the same.
 */
export async function readExecutions(
  client: PublicClient,
  safes: readonly string[],
  from: bigint,
  to: bigint,
): Promise<Execution[]> {
  if (safes.length === 0) return [];
  const logs = await client.request({
    method: 'eth_getLogs',
    params: [
      {
        address: safes.map(hex),
        topics: [selectors],
        fromBlock: hex(`0x${from.toString(16)}`),
        toBlock: hex(`0x${to.toString(16)}`),
      },
    ],
  });
  return logs.flatMap((log) => {
    const { transactionHash: hash, blockNumber, blockHash } = log;
    if (!hash || !blockNumber || !blockHash) return [];
    const proposal = log.topics[1] ?? log.data.slice(0, 66);
    const place = { hash: hash.toLowerCase(), blockNumber: BigInt(blockNumber), blockHash: blockHash.toLowerCase() };
    return [{ safe: log.address.toLowerCase(), proposal: proposal.toLowerCase(), ...place }];
  });
}

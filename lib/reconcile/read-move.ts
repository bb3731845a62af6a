import { erc20Abi, type PublicClient, parseEventLogs } from 'viem';
import { hex } from '@/lib/chains/address';
import type { TokenMove } from '@/lib/evm/token-moves';
import { sight } from '@/lib/evm/transactions';

/** One Transfer log read from its receipt; null when it is not there, or not in that block. */
export async function readMove(
  client: PublicClient,
  place: { hash: string; blockHash: string; logIndex: number },
): Promise<TokenMove | null> {
  const seen = await sight(client, hex(place.hash));
  if (seen.state !== 'mined' || seen.receipt.status !== 'success') return null;
  const { receipt } = seen;
  if (receipt.blockHash.toLowerCase() !== place.blockHash) return null;
  const logs = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs: receipt.logs });
  const log = logs.find(({ logIndex }) => logIndex === place.logIndex);
  if (!log) return null;
  return {
    token: log.address.toLowerCase(),
    from: log.args.from.toLowerCase(),
    to: log.args.to.toLowerCase(),
    amount: log.args.value,
    hash: place.hash,
    blockHash: place.blockHash,
    logIndex: log.logIndex,
    block: receipt.blockNumber,
  };
}

import { type Log, type PublicClient, parseEventLogs } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import type { ClaimLog, ClaimLogs } from '@/lib/rails/rail';

const watched = drawbridgeAbi.filter(
  (item) => item.type === 'event' && (item.name === 'PayoutClaimed' || item.name === 'PayoutsCancelled'),
);

/** The claims among some logs, of our contract only; whoever copies its events from another address is not heard. */
export function claimsIn(logs: Log[]): ClaimLog[] {
  const own = logs.filter((log) => log.address.toLowerCase() === drawbridgeAddress.toLowerCase());
  return parseEventLogs({ abi: drawbridgeAbi, eventName: 'PayoutClaimed', logs: own }).map((log) => ({
    hash: log.transactionHash.toLowerCase(),
    blockNumber: log.blockNumber,
    blockHash: log.blockHash.toLowerCase(),
    logIndex: log.logIndex,
    recipient: log.args.recipient.toLowerCase(),
    vault: log.args.vault.toLowerCase(),
    token: log.args.token.toLowerCase(),
    claimId: log.args.payoutId,
    gross: log.args.amount,
    fee: log.args.fee,
  }));
}

/** Everything our contract said about these vaults in a range of blocks. */
export async function readContractLogs(
  client: PublicClient,
  vaults: ReadonlySet<string>,
  from: bigint,
  to: bigint,
): Promise<ClaimLogs> {
  if (vaults.size === 0) return { claims: [], cancellations: [] };
  const logs = await client.getLogs({ address: hex(drawbridgeAddress), events: watched, fromBlock: from, toBlock: to });
  const cancelled = parseEventLogs({ abi: drawbridgeAbi, eventName: 'PayoutsCancelled', logs });
  return {
    claims: claimsIn(logs).filter((log) => vaults.has(log.vault)),
    cancellations: cancelled
      .map((log) => ({ vault: log.args.vault.toLowerCase(), word: log.args.word, mask: log.args.mask }))
      .filter((log) => vaults.has(log.vault)),
  };
}

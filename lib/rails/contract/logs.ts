import { getAbiItem, type Log, type PublicClient, parseEventLogs, toEventSelector } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import type { Sought } from '@/lib/evm/bloom';
import type { CancelLog, ClaimLog, ClaimLogs, OrderLog } from '@/lib/rails/rail';

const names = ['PayoutClaimed', 'PayoutsCancelled', 'OrderExecuted'] as const;
const watched = names.map((name) => getAbiItem({ abi: drawbridgeAbi, name }));

/** The logs of our contract about these vaults. */
export function soughtOf(vaults: readonly string[]): Sought {
  const addresses = [drawbridgeAddress.toLowerCase()];
  return { addresses, events: watched.map(toEventSelector), parties: vaults };
}

/** The claims among some logs, of our contract only; copies of its events from another address are not heard. */
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
  if (vaults.size === 0) return { claims: [], cancellations: [], orders: [] };
  const logs = await client.getLogs({ address: hex(drawbridgeAddress), events: watched, fromBlock: from, toBlock: to });
  const orders = ordersIn(logs).filter((log) => vaults.has(log.vault));
  const cancelled = parseEventLogs({ abi: drawbridgeAbi, eventName: 'PayoutsCancelled', logs }).map((log) => ({
    ...{ vault: log.args.vault.toLowerCase(), word: log.args.word, mask: log.args.mask },
    ...{ blockNumber: log.blockNumber, blockHash: log.blockHash.toLowerCase() },
  }));
  return {
    claims: claimsIn(logs).filter((log) => vaults.has(log.vault)),
    cancellations: cancelled.filter((log) => vaults.has(log.vault)),
    orders,
  };
}

function ordersIn(logs: Log<bigint, number, false>[]): OrderLog[] {
  return parseEventLogs({ abi: drawbridgeAbi, eventName: 'OrderExecuted', logs }).map((log) => ({
    hash: log.transactionHash.toLowerCase(),
    blockNumber: log.blockNumber,
    blockHash: log.blockHash.toLowerCase(),
    logIndex: log.logIndex,
    vault: log.args.vault.toLowerCase(),
    token: log.args.token.toLowerCase(),
    firstId: log.args.firstId,
    count: log.args.count,
    paid: log.args.paid,
  }));
}

/** An order uses up its ids as a cancellation does: a claim under one of them can never be paid. */
export function burntBy({ vault, firstId, count, blockNumber, blockHash }: OrderLog): CancelLog[] {
  const [first, last] = [firstId >> 8n, (firstId + count - 1n) >> 8n];
  const words = Array.from({ length: Number(last - first) + 1 }, (_, index) => first + BigInt(index));
  return words.map((word) => {
    const from = word === first ? firstId & 255n : 0n;
    const to = word === last ? (firstId + count - 1n) & 255n : 255n;
    return { vault, word, mask: ((1n << (to - from + 1n)) - 1n) << from, blockNumber, blockHash };
  });
}

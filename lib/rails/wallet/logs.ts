import { erc20Abi, type Log, parseEventLogs } from 'viem';
import { claimsIn } from '@/lib/rails/contract/logs';
import type { ClaimLog, PaymentLog } from '@/lib/rails/rail';

/** A Transfer log of any token, read as a payment. */
export type HandLog = PaymentLog & { token: string; from: string; amount: bigint };

/** The payments among the logs of one transfer, in their order; what our contract paid as a claim is none of them. */
export function paymentsIn(logs: Log[]): HandLog[] {
  const claims = claimsIn(logs);
  return parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs })
    .map((log) => ({
      hash: log.transactionHash.toLowerCase(),
      blockNumber: log.blockNumber,
      blockHash: log.blockHash.toLowerCase(),
      logIndex: log.logIndex,
      token: log.address.toLowerCase(),
      from: log.args.from.toLowerCase(),
      recipient: log.args.to.toLowerCase(),
      amount: log.args.value,
    }))
    .filter((log) => !claims.some((claim) => belongsTo(claim, log)));
}

/** Whether a movement is one of the two that a claim makes: a payment by claim is never taken for one by hand. */
export function belongsTo(
  claim: ClaimLog,
  log: { hash: string; from: string; token: string; recipient: string; amount: bigint },
): boolean {
  if (claim.hash !== log.hash || claim.vault !== log.from || claim.token !== log.token) return false;
  return (claim.recipient === log.recipient && log.amount === claim.gross - claim.fee) || log.amount === claim.fee;
}

import { erc20Abi, parseEventLogs, type TransactionReceipt } from 'viem';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, PaymentLog, Proof } from '@/lib/rails/rail';
import { claimsIn } from './logs';

/** Reads the receipt anew and holds it against what the payout should be; any difference is named, none is excused. */
export async function prove(facts: ClaimFacts, log: PaymentLog): Promise<Proof> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(log.hash));
    if (seen.state !== 'mined' || seen.receipt.blockHash.toLowerCase() !== log.blockHash) return { state: 'absent' };
    return judge(facts, log, seen.receipt);
  });
}

function judge(facts: ClaimFacts, log: PaymentLog, receipt: TransactionReceipt): Proof {
  const claim = claimsIn(receipt.logs).find((entry) => entry.logIndex === log.logIndex);
  if (receipt.status !== 'success' || !claim)
    return { state: 'differs', because: 'The contract did not report a claim.' };
  const differences = [
    claim.vault === facts.vault ? null : 'vault',
    claim.claimId === facts.claimId ? null : 'claim id',
    claim.token === facts.token ? null : 'token',
    claim.gross === facts.gross ? null : 'amount',
    claim.fee === facts.fee ? null : 'fee',
    moved(facts, receipt, claim.recipient, facts.gross - facts.fee) ? null : 'tokens received by the recipient',
    facts.fee === 0n || moved(facts, receipt, facts.feeCollector, facts.fee) ? null : 'tokens received as fee',
  ].filter((word) => word !== null);
  if (differences.length > 0) return { state: 'differs', because: `Not as agreed: ${differences.join(', ')}.` };
  return { state: 'proved', recipient: claim.recipient };
}

function moved(facts: ClaimFacts, receipt: TransactionReceipt, to: string, amount: bigint): boolean {
  return parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs: receipt.logs }).some(
    (log) =>
      log.address.toLowerCase() === facts.token &&
      log.args.from.toLowerCase() === facts.vault &&
      log.args.to.toLowerCase() === to &&
      log.args.value === amount,
  );
}

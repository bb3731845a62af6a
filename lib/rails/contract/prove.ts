import { erc20Abi, parseEventLogs, type TransactionReceipt } from 'viem';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import { formatAmount } from '@/lib/kernel/money';
import type { ClaimFacts, PaymentLog, Proof } from '@/lib/rails/rail';
import { claimsIn } from './logs';

/** Reads the receipt again and holds it against what the payout should be; any difference is named, none is excused. */
export async function prove(facts: ClaimFacts, log: PaymentLog): Promise<Proof> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(log.hash));
    if (seen.state !== 'mined' || seen.receipt.blockHash.toLowerCase() !== log.blockHash) return { state: 'absent' };
    return judge(facts, log, seen.receipt);
  });
}

function judge(facts: ClaimFacts, log: PaymentLog, receipt: TransactionReceipt): Proof {
  const claims = claimsIn(receipt.logs);
  const claim = claims.find((entry) => entry.logIndex === log.logIndex);
  if (receipt.status !== 'success' || !claim)
    return { state: 'differs', because: 'The contract did not report a claim.' };
  // The contract moves first and reports then: what stands before an earlier report is that claim's.
  const earlier = Math.max(-1, ...claims.map(({ logIndex }) => logIndex).filter((index) => index < log.logIndex));
  const own = receipt.logs.filter(({ logIndex }) => logIndex > earlier && logIndex < log.logIndex);
  const differences = [
    claim.vault === facts.vault ? null : 'vault',
    claim.claimId === facts.claimId ? null : 'claim id',
    claim.token === facts.token ? null : 'token',
    claim.gross === facts.gross ? null : 'amount',
    claim.fee === facts.fee ? null : 'fee',
    shortfall('the recipient got', facts, own, claim.recipient, facts.gross - facts.fee),
    facts.fee === 0n ? null : shortfall('the fee came to', facts, own, facts.feeCollector, facts.fee),
  ].filter((word) => word !== null);
  if (differences.length > 0) return { state: 'differs', because: `Not as agreed: ${differences.join(', ')}.` };
  return { state: 'proved', recipient: claim.recipient };
}

/** What an address got instead of what it should have got, in words; null where one movement is exactly that. */
function shortfall(
  what: string,
  facts: ClaimFacts,
  logs: TransactionReceipt['logs'],
  to: string,
  agreed: bigint,
): string | null {
  const amounts = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs })
    .filter(
      ({ address, args }) =>
        address.toLowerCase() === facts.token &&
        args.from.toLowerCase() === facts.vault &&
        args.to.toLowerCase() === to,
    )
    .map(({ args }) => args.value);
  if (amounts.includes(agreed)) return null;
  const token = chainOf(facts.chain).tokens.find((one) => one.address.toLowerCase() === facts.token);
  const money = (units: bigint) => `${formatAmount(units, token?.decimals ?? 0)} ${token?.symbol ?? 'base units'}`;
  return `${what} ${money(amounts.reduce((sum, amount) => sum + amount, 0n))} of ${money(agreed)}`;
}

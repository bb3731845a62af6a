import { erc20Abi, parseEventLogs, type TransactionReceipt } from 'viem';
import type { Facts } from '@/db/vocabulary';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, PaymentLog, Proof } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
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
  if (receipt.status !== 'success' || !claim) return { state: 'differs', because: reason('no_claim_reported') };
  // The contract moves first and reports then: what stands before an earlier report is that claim's.
  const earlier = Math.max(-1, ...claims.map(({ logIndex }) => logIndex).filter((index) => index < log.logIndex));
  const own = receipt.logs.filter(({ logIndex }) => logIndex > earlier && logIndex < log.logIndex);
  const differences = {
    ...(claim.vault !== facts.vault && { vault: true }),
    ...(claim.claimId !== facts.claimId && { claim_id: true }),
    ...(claim.token !== facts.token && { token: true }),
    ...(claim.gross !== facts.gross && { amount: true }),
    ...(claim.fee !== facts.fee && { fee: true }),
    ...shortfall('recipient', facts, own, claim.recipient, facts.gross - facts.fee),
    ...(facts.fee > 0n && shortfall('fee', facts, own, facts.feeCollector, facts.fee)),
  };
  if (Object.keys(differences).length === 0) return { state: 'proved', recipient: claim.recipient };
  return { state: 'differs', because: reason('not_as_agreed', { ...differences, ...assetOf(facts) }) };
}

/** What an address got instead of what it should have got, in base units; nothing where one movement is exactly that. */
function shortfall(
  who: 'recipient' | 'fee',
  facts: ClaimFacts,
  logs: TransactionReceipt['logs'],
  to: string,
  agreed: bigint,
): Facts {
  const amounts = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs })
    .filter(
      ({ address, args }) =>
        address.toLowerCase() === facts.token &&
        args.from.toLowerCase() === facts.vault &&
        args.to.toLowerCase() === to,
    )
    .map(({ args }) => args.value);
  if (amounts.includes(agreed)) return {};
  const got = amounts.reduce((sum, amount) => sum + amount, 0n);
  return { [`${who}_got`]: got.toString(), [`${who}_due`]: agreed.toString() };
}

function assetOf({ chain, token }: ClaimFacts): Facts {
  const known = chainOf(chain).tokens.find((one) => one.address.toLowerCase() === token);
  return { symbol: known?.symbol ?? 'base units', decimals: known?.decimals ?? 0 };
}

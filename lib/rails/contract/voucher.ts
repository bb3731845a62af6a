import { encodeFunctionData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import type { Call, ClaimFacts } from '@/lib/rails/rail';

/** EIP-712 words of the contract; `lib/rails/contract/voucher.test.ts` holds them against the contract's own vectors. */
export const payoutTypes = {
  Payout: [
    { name: 'vault', type: 'address' },
    { name: 'token', type: 'address' },
    { name: 'recipient', type: 'address' },
    { name: 'amount', type: 'uint256' },
    { name: 'fee', type: 'uint256' },
    { name: 'feeCollector', type: 'address' },
    { name: 'payoutId', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const;

export function domainOf(chainId: number) {
  return { name: 'Drawbridge', version: '1', chainId, verifyingContract: drawbridgeAddress } as const;
}

function messageOf(facts: ClaimFacts, recipient: string, deadline: Date) {
  return {
    vault: hex(facts.vault),
    token: hex(facts.token),
    recipient: hex(recipient),
    amount: facts.gross,
    fee: facts.fee,
    feeCollector: hex(facts.feeCollector),
    payoutId: facts.claimId,
    deadline: BigInt(Math.floor(deadline.getTime() / 1000)),
  };
}

/** Signs one payout to one recipient until `deadline` and wraps it into the call that pays it. */
export async function signClaim(
  facts: ClaimFacts,
  recipient: string,
  deadline: Date,
  signerKey: string,
): Promise<Call> {
  const { id: chainId } = chainOf(facts.chain);
  const message = messageOf(facts, recipient, deadline);
  const signature = await privateKeyToAccount(hex(signerKey)).signTypedData({
    domain: domainOf(chainId),
    types: payoutTypes,
    primaryType: 'Payout',
    message,
  });
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claim', args: [message, signature] });
  return { chainId, to: drawbridgeAddress, data, value: '0x0' };
}

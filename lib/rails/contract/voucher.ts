import { encodeFunctionData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import type { Call, ClaimFacts, NoSignature, Voucher, VoucherSigner } from '@/lib/rails/rail';

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

/** The same payout where the key of a link names its recipient later. */
export const keyPayoutTypes = {
  KeyPayout: payoutTypes.Payout.map((field) =>
    field.name === 'recipient' ? ({ name: 'claimKey', type: 'address' } as const) : field,
  ),
} as const;

/** What that key signs; `payout` is the struct hash of the KeyPayout. */
export const claimTypes = {
  Claim: [
    { name: 'payout', type: 'bytes32' },
    { name: 'recipient', type: 'address' },
  ],
} as const;

export function domainOf(chainId: number) {
  return { name: 'Drawbridge', version: '1', chainId, verifyingContract: drawbridgeAddress } as const;
}

/** What a signer signs, as EIP-712 has it. */
export function typedVoucher({ chainId, contract, message }: Voucher) {
  const domain = { ...domainOf(chainId), verifyingContract: contract };
  return { domain, types: payoutTypes, primaryType: 'Payout', message } as const;
}

/** Signs with a key that is here. */
export function signWith(key: string): VoucherSigner {
  const account = privateKeyToAccount(hex(key));
  return async (voucher) => ({ ok: true, signature: await account.signTypedData(typedVoucher(voucher)) });
}

function voucherOf(facts: ClaimFacts, recipient: string, deadline: Date): Voucher {
  const message = {
    vault: hex(facts.vault),
    token: hex(facts.token),
    recipient: hex(recipient),
    amount: facts.gross,
    fee: facts.fee,
    feeCollector: hex(facts.feeCollector),
    payoutId: facts.claimId,
    deadline: BigInt(Math.floor(deadline.getTime() / 1000)),
  };
  return { chainId: chainOf(facts.chain).id, contract: drawbridgeAddress, message };
}

/** Has one payout to one recipient signed until `deadline`, and wraps it into the call that pays it. */
export async function signClaim(
  facts: ClaimFacts,
  recipient: string,
  deadline: Date,
  signer: VoucherSigner,
): Promise<{ ok: true; call: Call } | NoSignature> {
  const voucher = voucherOf(facts, recipient, deadline);
  const signed = await signer(voucher);
  if (!signed.ok) return signed;
  const { chainId, contract: to, message } = voucher;
  const args = [message, signed.signature] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claim', args });
  return { ok: true, call: { chainId, to, data, value: '0x0' } };
}

import { encodeFunctionData, type Hex, hashStruct, hashTypedData, recoverAddress, recoverTypedDataAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import type { Call, ClaimFacts, NamedByKey, NoSignature, Voucher, VoucherSigner } from '@/lib/rails/rail';

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

/** What a signer signs, as the hash that EIP-712 makes of it. */
export function digestOf({ chainId, contract, kind, message }: Voucher): Hex {
  const domain = { ...domainOf(chainId), verifyingContract: contract };
  if (kind === 'Payout') return hashTypedData({ domain, types: payoutTypes, primaryType: kind, message });
  const { recipient: claimKey, ...rest } = message;
  return hashTypedData({ domain, types: keyPayoutTypes, primaryType: kind, message: { ...rest, claimKey } });
}

/** Signs with a key that is here. */
export function signWith(key: string): VoucherSigner {
  const account = privateKeyToAccount(hex(key));
  return async (voucher) => ({ ok: true, signature: await account.sign({ hash: digestOf(voucher) }) });
}

function voucherOf(facts: ClaimFacts, kind: Voucher['kind'], recipient: string, deadline: Date): Voucher {
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
  return { chainId: chainOf(facts.chain).id, contract: drawbridgeAddress, kind, message };
}

/** Has one payout to one recipient signed until `deadline`, and wraps it into the call that pays it. */
export async function signClaim(
  facts: ClaimFacts,
  recipient: string,
  deadline: Date,
  signer: VoucherSigner,
): Promise<{ ok: true; call: Call } | NoSignature> {
  const voucher = voucherOf(facts, 'Payout', recipient, deadline);
  const signed = await signer(voucher);
  if (!signed.ok) return signed;
  const { chainId, contract: to, message } = voucher;
  const args = [message, signed.signature] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claim', args });
  return { ok: true, call: { chainId, to, data, value: '0x0' } };
}

/** The struct hash of a payout to whom this key names, the same for as long as its deadline is. */
export function keyHash(facts: ClaimFacts, key: string, deadline: Date): Hex {
  const { recipient: claimKey, ...rest } = voucherOf(facts, 'KeyPayout', key, deadline).message;
  return hashStruct({ data: { ...rest, claimKey }, types: keyPayoutTypes, primaryType: 'KeyPayout' });
}

/** The one form of a signature that the contract takes: s in the lower half, and then 27 or 28. */
const takenForm = /^0x[0-9a-f]{64}[0-7][0-9a-f]{63}1[bc]$/i;

/** Whether the key of a link names this recipient for this payout. Contracts in its place are not offered here. */
export async function isNamed(facts: ClaimFacts, named: NamedByKey, deadline: Date): Promise<boolean> {
  if (!takenForm.test(named.signature)) return false;
  const message = { payout: keyHash(facts, named.key, deadline), recipient: hex(named.recipient) };
  const domain = domainOf(chainOf(facts.chain).id);
  const typed = { domain, types: claimTypes, primaryType: 'Claim', message } as const;
  const by = await recoverTypedDataAddress({ ...typed, signature: hex(named.signature) }).catch(() => null);
  return by?.toLowerCase() === named.key;
}

/** Whether a vault's signer, whose key is no contract, signed this payout to whom a key names. */
export async function isSignedForKey(
  facts: ClaimFacts,
  key: string,
  deadline: Date,
  { signer, signature }: { signer: string; signature: string },
): Promise<boolean> {
  const hash = digestOf(voucherOf(facts, 'KeyPayout', key, deadline));
  const by = await recoverAddress({ hash, signature: hex(signature) }).catch(() => null);
  return by?.toLowerCase() === signer;
}

/** As `signClaim`, to whom a key names. */
export async function signForKey(
  facts: ClaimFacts,
  { key, recipient, signature }: NamedByKey,
  deadline: Date,
  signer: VoucherSigner,
): Promise<{ ok: true; call: Call } | NoSignature> {
  const voucher = voucherOf(facts, 'KeyPayout', key, deadline);
  const signed = await signer(voucher);
  if (!signed.ok) return signed;
  const { recipient: claimKey, ...rest } = voucher.message;
  const args = [{ ...rest, claimKey }, hex(recipient), signed.signature, hex(signature)] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimByKey', args });
  return { ok: true, call: { chainId: voucher.chainId, to: voucher.contract, data, value: '0x0' } };
}

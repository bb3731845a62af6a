import type { Address, Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { sign } from './voucher.ts';

/** A payout to whom the key of a link names, as the contract takes it. Numbers are in base units; `deadline` in Unix seconds. */
export type LinkTerms = {
  chainId: number;
  contract: Address;
  vault: Address;
  token: Address;
  claimKey: Address;
  amount: bigint;
  fee: bigint;
  feeCollector: Address;
  /** Your own, from 2^128 on; each is paid once. */
  payoutId: bigint;
  deadline: number;
};

/** Signs such a payout before the portal hears of it, so that it can change nothing, and asks for nothing later. */
export function signLink(key: Hex, { claimKey, deadline, ...terms }: LinkTerms): Promise<string> {
  return sign(key, { kind: 'KeyPayout', ...terms, recipient: claimKey, deadline: BigInt(deadline) });
}

/** A key for one link: its address goes into the payout, its secret behind the link's #. */
export function newLinkKey() {
  const secret = generatePrivateKey();
  return { claimKey: privateKeyToAccount(secret).address, fragment: `#k=${secret.slice(2)}` };
}

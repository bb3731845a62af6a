import { type Address, getAddress, isAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** What the portal asks for: one payout, as the contract takes it. */
export type Request = {
  /** `voucher.try`: a trial whose deadline is 0, so that no contract ever takes it. */
  type: 'voucher.sign' | 'voucher.try';
  payout: { id: string; reference: string } | null;
  voucher: Voucher;
};
export type Voucher = {
  /** `KeyPayout`: the recipient is the key of a link, which names who is paid later. */
  kind: 'Payout' | 'KeyPayout';
  chainId: number;
  contract: Address;
  vault: Address;
  token: Address;
  recipient: Address;
  amount: bigint;
  fee: bigint;
  feeCollector: Address;
  payoutId: bigint;
  deadline: bigint;
};

/** Ours, and never taken from a request: this key signs payouts and nothing else. */
const typeWith = (recipient: string) =>
  [
    { name: 'vault', type: 'address' },
    { name: 'token', type: 'address' },
    { name: recipient, type: 'address' },
    { name: 'amount', type: 'uint256' },
    { name: 'fee', type: 'uint256' },
    { name: 'feeCollector', type: 'address' },
    { name: 'payoutId', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ] as const;
const types: Record<string, ReturnType<typeof typeWith>> = {
  Payout: typeWith('recipient'),
  KeyPayout: typeWith('claimKey'),
};

function address(value: unknown): Address {
  if (typeof value !== 'string' || !isAddress(value)) throw new Error('an address is missing');
  return getAddress(value);
}

function units(value: unknown): bigint {
  if (typeof value !== 'string' || !/^\d{1,78}$/.test(value)) throw new Error('a number is missing');
  return BigInt(value);
}

/** Reads a request; throws where anything is not as it must be. */
export function readRequest(body: string): Request {
  const { type, payout, voucher } = Object(JSON.parse(body));
  if (type !== 'voucher.sign' && type !== 'voucher.try') throw new Error('the type is unknown');
  const said = Object(voucher);
  if (!Number.isSafeInteger(said.chain_id)) throw new Error('the chain is missing');
  const subject = payout && { id: String(payout.id), reference: String(payout.reference) };
  return {
    type,
    payout: subject,
    voucher: {
      kind: said.claim_key === undefined ? 'Payout' : 'KeyPayout',
      ...{ chainId: said.chain_id, contract: address(said.contract), vault: address(said.vault) },
      ...{
        token: address(said.token),
        recipient: address(said.claim_key ?? said.recipient),
        amount: units(said.amount),
      },
      ...{ fee: units(said.fee), feeCollector: address(said.fee_collector) },
      ...{ payoutId: units(said.payout_id), deadline: units(said.deadline) },
    },
  };
}

export function sign(key: string, { kind, chainId, contract, ...message }: Voucher): Promise<string> {
  const account = privateKeyToAccount(`0x${key.replace('0x', '')}`);
  const domain = { name: 'Drawbridge', version: '1', chainId, verifyingContract: contract };
  const named = { ...message, claimKey: message.recipient };
  return account.signTypedData({ domain, types, primaryType: kind, message: named });
}

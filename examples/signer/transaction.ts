import { type Address, getAddress, type Hex, isAddress, isHex, keccak256, serializeTransaction } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** What the portal asks for an account that sends claims: one transaction, whole. */
export type Transaction = {
  chainId: number;
  nonce: number;
  to: Address;
  data: Hex;
  value: bigint;
  gas: bigint;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
};
export type TransactionRequest = {
  /** `transaction.try`: a trial without gas, so that no chain ever takes it. */
  type: 'transaction.sign' | 'transaction.try';
  /** `fill`: an empty transfer to itself, which uses up a nonce. */
  purpose: 'call' | 'fill' | null;
  transaction: Transaction;
};

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('a number is missing');
  return value;
}

function units(value: unknown): bigint {
  if (typeof value !== 'string' || !/^\d{1,78}$/.test(value)) throw new Error('a number is missing');
  return BigInt(value);
}

/** Reads a request; throws where anything is not as it must be. */
export function readTransaction(body: string): TransactionRequest {
  const { type, purpose, transaction } = Object(JSON.parse(body));
  if (type !== 'transaction.sign' && type !== 'transaction.try') throw new Error('the type is unknown');
  const said = Object(transaction);
  if (typeof said.to !== 'string' || !isAddress(said.to)) throw new Error('an address is missing');
  if (!isHex(said.data)) throw new Error('the data is missing');
  return {
    type,
    purpose: purpose === 'call' || purpose === 'fill' ? purpose : null,
    transaction: {
      ...{ chainId: whole(said.chain_id), nonce: whole(said.nonce), to: getAddress(said.to), data: said.data },
      ...{ value: units(said.value), gas: units(said.gas), maxFeePerGas: units(said.max_fee_per_gas) },
      maxPriorityFeePerGas: units(said.max_priority_fee_per_gas),
    },
  };
}

/** The bytes are made here, of what the rules have seen: no hash that was made elsewhere is signed. */
export function signTransaction(key: string, transaction: Transaction): Promise<string> {
  const account = privateKeyToAccount(`0x${key.replace('0x', '')}`);
  return account.sign({ hash: keccak256(serializeTransaction({ type: 'eip1559', ...transaction })) });
}

import {
  AbiDecodingDataSizeTooSmallError,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  concatHex,
  encodeFunctionData,
  encodePacked,
  keccak256,
  numberToHex,
  type PublicClient,
  padHex,
  parseAbi,
  size,
  stringToHex,
} from 'viem';
import { hex } from '@/lib/chains/address';
import type { HandCall } from './calls';

const safeAbi = parseAbi(['function nonce() view returns (uint256)', 'function multiSend(bytes transactions) payable']);

/** What a Safe's owners sign, as EIP-712 hashes it; the same since version 1.0. */
const safeTxType = keccak256(
  stringToHex(
    'SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)',
  ),
);
/** Since 1.3.0 the chain is part of the domain; before that it was not. */
const domainType = keccak256(stringToHex('EIP712Domain(uint256 chainId,address verifyingContract)'));
const oldDomainType = keccak256(stringToHex('EIP712Domain(address verifyingContract)'));

/** MultiSendCallOnly 1.3.0 (canonical, EIP-155), 1.4.1 and 1.5.0, as github.com/safe-global/safe-deployments lists them. */
const multiSends = [
  '0x40A2aCCbd92BCA938b02010E17A5b8929b49130D',
  '0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B',
  '0x9641d764fc13c8B624c04430C7356C1C7C8102e2',
  '0xA83c336B20401Af773B6219BA5027174338D1836',
] as const;

/** How many proposals may wait in a Safe's queue before ours for its number to be found. */
const queueLength = 200n;

/** The number that the Safe's next execution uses up, at a block or now; null where the wallet is no Safe. */
export async function readSafeNumber(client: PublicClient, safe: string, block?: bigint): Promise<bigint | null> {
  const call = { address: hex(safe), abi: safeAbi, functionName: 'nonce' } as const;
  return client.readContract({ ...call, ...(block === undefined ? {} : { blockNumber: block }) }).catch(nullIfNoSafe);
}

const notSafe = [ContractFunctionRevertedError, ContractFunctionZeroDataError, AbiDecodingDataSizeTooSmallError];

/** What stands there has no such function, or nothing stands there. A silent node says neither. */
function nullIfNoSafe(error: unknown): null {
  const isNo = (one: unknown) => notSafe.some((kind) => one instanceof kind);
  if (error instanceof BaseError && error.walk(isNo)) return null;
  throw error;
}

type Shape = { to: `0x${string}`; data: `0x${string}`; operation: 0 | 1 };

/** The ways in which a Safe's app turns calls into one proposal. */
function shapesOf(calls: readonly HandCall[]): Shape[] {
  const [only, another] = calls;
  if (!only) return [];
  if (!another) return [{ to: only.to, data: only.data, operation: 0 }];
  const packed = calls.map(({ to, data }) =>
    encodePacked(['uint8', 'address', 'uint256', 'uint256', 'bytes'], [0, to, 0n, BigInt(size(data)), data]),
  );
  const data = encodeFunctionData({ abi: safeAbi, functionName: 'multiSend', args: [concatHex(packed)] });
  return multiSends.map((to) => ({ to, data, operation: 1 }));
}

const word = (value: bigint | number | `0x${string}`) =>
  typeof value === 'string' ? padHex(value) : numberToHex(value, { size: 32 });

/** The words of a proposal before its number. The calls are hashed here, once, however many numbers are tried. */
function termsOf({ to, data, operation }: Shape): `0x${string}` {
  const unused = word(0n);
  const refund = [unused, unused, unused, unused, unused];
  return concatHex([safeTxType, word(to), unused, keccak256(data), word(operation), ...refund]);
}

/**
 * Which of a Safe's numbers a proposal of these calls uses up: the one with which its hash comes out, which proves it.
 * Null for one with other terms, such as a refund of the network fee, or too far back in the queue.
 */
export function proposalNumber(
  where: { chainId: number; safe: string; next: bigint },
  calls: readonly HandCall[],
  proposal: string,
): bigint | null {
  const { chainId, safe, next } = where;
  const domains = [
    keccak256(concatHex([domainType, word(chainId), word(hex(safe))])),
    keccak256(concatHex([oldDomainType, word(hex(safe))])),
  ];
  const shapes = shapesOf(calls).map(termsOf);
  for (let nonce = next; nonce < next + queueLength; nonce++) {
    for (const terms of shapes) {
      const signed = keccak256(concatHex([terms, word(nonce)]));
      if (domains.some((domain) => keccak256(concatHex(['0x1901', domain, signed])) === proposal)) return nonce;
    }
  }
  return null;
}

import {
  concatHex,
  encodeFunctionData,
  encodePacked,
  hashTypedData,
  type PublicClient,
  parseAbi,
  size,
  zeroAddress,
} from 'viem';
import { hex } from '@/lib/chains/address';
import type { HandCall } from './calls';

const safeAbi = parseAbi(['function nonce() view returns (uint256)', 'function multiSend(bytes transactions) payable']);

/** What a Safe's owners sign; the same since version 1.0. */
const types = {
  SafeTx: [
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'data', type: 'bytes' },
    { name: 'operation', type: 'uint8' },
    { name: 'safeTxGas', type: 'uint256' },
    { name: 'baseGas', type: 'uint256' },
    { name: 'gasPrice', type: 'uint256' },
    { name: 'gasToken', type: 'address' },
    { name: 'refundReceiver', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const;

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
  return client.readContract({ ...call, ...(block === undefined ? {} : { blockNumber: block }) }).catch(() => null);
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
  const verifyingContract = hex(safe);
  for (let nonce = next; nonce < next + queueLength; nonce++) {
    for (const shape of shapesOf(calls)) {
      const terms = { value: 0n, safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: zeroAddress };
      const message = { ...shape, ...terms, refundReceiver: zeroAddress, nonce };
      // Since 1.3.0 the chain is part of the domain; before that it was not.
      for (const domain of [{ chainId, verifyingContract }, { verifyingContract }]) {
        if (hashTypedData({ domain, types, primaryType: 'SafeTx', message }) === proposal) return nonce;
      }
    }
  }
  return null;
}

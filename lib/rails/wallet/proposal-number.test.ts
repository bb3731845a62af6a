import { concatHex, encodeFunctionData, encodePacked, hashTypedData, parseAbi, size, zeroAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { hex } from '@/lib/chains/address';
import { transferCall } from './calls';
import { proposalNumber } from './proposal-number';

const safe = '0x5afe00000000000000000000000000000005afe0';
const where = { chainId: 31337, safe, next: 7n };
const multiSend = hex('0xa83c336b20401af773b6219ba5027174338d1836');
const calls = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    transferCall('0x1111111111111111111111111111111111111111', {
      recipient: `0x${(index + 1).toString(16).padStart(40, '0')}`,
      amount: BigInt(index),
    }),
  );

const types = {
  SafeTx: [
    ...[{ name: 'to', type: 'address' } as const, { name: 'value', type: 'uint256' } as const],
    ...[{ name: 'data', type: 'bytes' } as const, { name: 'operation', type: 'uint8' } as const],
    ...[{ name: 'safeTxGas', type: 'uint256' } as const, { name: 'baseGas', type: 'uint256' } as const],
    ...[{ name: 'gasPrice', type: 'uint256' } as const, { name: 'gasToken', type: 'address' } as const],
    ...[{ name: 'refundReceiver', type: 'address' } as const, { name: 'nonce', type: 'uint256' } as const],
  ],
} as const;

/** The proposal of these calls as the library of the standard hashes it. */
function proposalOf(count: number, nonce: bigint, chainId?: number) {
  const abi = parseAbi(['function multiSend(bytes transactions) payable']);
  const packed = calls(count).map(({ to, data }) =>
    encodePacked(['uint8', 'address', 'uint256', 'uint256', 'bytes'], [0, to, 0n, BigInt(size(data)), data]),
  );
  const together = { to: multiSend, data: encodeFunctionData({ abi, args: [concatHex(packed)] }), operation: 1 };
  const shape = count === 1 ? { ...calls(1)[0], operation: 0 } : together;
  const terms = { value: 0n, safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: zeroAddress };
  const { to = multiSend, data = '0x', operation } = shape;
  return hashTypedData({
    domain: { ...(chainId === undefined ? {} : { chainId }), verifyingContract: hex(safe) },
    ...{ types, primaryType: 'SafeTx' },
    message: { to, data, operation, ...terms, refundReceiver: zeroAddress, nonce },
  });
}

describe.each([1, 100])('a proposal of %i payments', (count) => {
  test.each([31337, undefined])('is found by its number, with chain %s in its domain', (chainId) => {
    expect(proposalNumber(where, calls(count), proposalOf(count, 19n, chainId))).toBe(19n);
    expect(proposalNumber(where, calls(count), proposalOf(count, 6n, chainId))).toBeNull();
  });

  test('costs the processor little, also where nothing is found', () => {
    const before = process.cpuUsage();
    expect(proposalNumber(where, calls(count), `0x${'ab'.repeat(32)}`)).toBeNull();
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  });
});

import { type Address, encodeFunctionData, encodePacked, type Hex, hashStruct, keccak256 } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { claimTypes, domainOf, keyPayoutTypes, payoutTypes } from '@/lib/rails/contract/voucher';
import type { GasChain } from './gas-chain';

/** Who takes part in the measurements, and the calls that are measured. */
const account = (addressIndex: number) =>
  mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex });
export const vault = account(1);
export const signer = account(2);
export const collector = account(5).address;
export const relayer = account(6).address;

export const amount = 25_000_000n;
export const fee = 100_000n;
export const count = 100;
/** What a relayer hands each claim of a batch. */
const gasEach = 150_000n;
/** As the portal issues ids: 64 random bits above a sequence. */
export const namespace = 0xa1b2c3d4e5f60718n << 64n;
/** "later": another id of the same word of 256 was used before, as for 255 claims of 256. */
export const laterId = namespace + 7n;
export const firstId = namespace + 256n;

const types = {
  ...payoutTypes,
  Order: [
    { name: 'vault', type: 'address' },
    { name: 'token', type: 'address' },
    { name: 'fee', type: 'uint256' },
    { name: 'feeCollector', type: 'address' },
    { name: 'firstId', type: 'uint256' },
    { name: 'minimum', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
    { name: 'items', type: 'uint256[]' },
  ],
} as const;

export type Holding = 'new' | 'holds';
export type Setup = { chain: GasChain; bare: Address; chainId: number; deadline: bigint };

/** A made-up address without a regular pattern, since zero bytes are cheaper to send. */
export function recipient(holding: Holding, index: number): Address {
  return `0x${keccak256(encodePacked(['string', 'uint256'], [holding, BigInt(index)])).slice(-40)}`;
}

export function itemsFor(holding: Holding): bigint[] {
  return Array.from({ length: count }, (_, index) => (BigInt(recipient(holding, index)) << 96n) | amount);
}

export async function claimCall(setup: Setup, token: Address, to: Address, payoutId: bigint): Promise<Hex> {
  const payout = { vault: vault.address, token, recipient: to, amount, fee, feeCollector: collector, payoutId };
  const message = { ...payout, deadline: setup.deadline };
  const signature = await signer.signTypedData({
    domain: domainOf(setup.chainId),
    types,
    primaryType: 'Payout',
    message,
  });
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claim', args: [message, signature] });
}

/** The key of a link, which names the recipient. */
const link = account(7);

export async function claimByKeyCall(setup: Setup, token: Address, to: Address): Promise<Hex> {
  const money = { amount, fee, feeCollector: collector, payoutId: laterId, deadline: setup.deadline };
  const message = { vault: vault.address, token, claimKey: link.address, ...money };
  const domain = domainOf(setup.chainId);
  const typed = { domain, types: keyPayoutTypes, primaryType: 'KeyPayout', message } as const;
  const payout = hashStruct({ data: message, types: keyPayoutTypes, primaryType: 'KeyPayout' });
  const named = { domain, types: claimTypes, primaryType: 'Claim', message: { payout, recipient: to } } as const;
  const args = [message, to, await signer.signTypedData(typed), await link.signTypedData(named)] as const;
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimByKey', args });
}

function orderOf(setup: Setup, token: Address) {
  const order = {
    vault: vault.address,
    token,
    fee,
    feeCollector: collector,
    firstId: laterId,
    minimum: amount * BigInt(count),
  };
  return { ...order, deadline: setup.deadline };
}

export async function pushCall(setup: Setup, token: Address, items: bigint[]): Promise<Hex> {
  const order = orderOf(setup, token);
  const message = { ...order, items };
  const signature = await signer.signTypedData({
    domain: domainOf(setup.chainId),
    types,
    primaryType: 'Order',
    message,
  });
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'push', args: [order, items, signature] });
}

export function disperseCall(setup: Setup, token: Address, items: bigint[]): Hex {
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'disperse', args: [orderOf(setup, token), items] });
}

export async function claimBatchCall(setup: Setup, token: Address, holding: Holding, size: number): Promise<Hex> {
  const payouts = [];
  const signatures: Hex[] = [];
  for (let index = 0; index < size; index++) {
    const base = { vault: vault.address, token, recipient: recipient(holding, index), amount, fee };
    const message = { ...base, feeCollector: collector, payoutId: laterId + BigInt(index), deadline: setup.deadline };
    payouts.push(message);
    signatures.push(
      await signer.signTypedData({ domain: domainOf(setup.chainId), types, primaryType: 'Payout', message }),
    );
  }
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args: [payouts, signatures, gasEach] });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concatHex, encodeAbiParameters, getContractAddress, type Hex, pad, serializeErc6492Signature } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { create2ProxyAddress } from '@/lib/chains/deployments';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { compileTestContract } from './testing/compile-contract';
import { verifyMessage } from './verify-message';

const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const message = 'pay.example.com wants you to sign in';
const admin = privateKeyToAccount(demoAccount('admin').privateKey);
const other = privateKeyToAccount(demoAccount('other').privateKey);
const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-chain-'));
const state: { chain?: LocalChain; walletCode: Hex } = { walletCode: '0x' };

/** The smallest wallet of the contract tests, made with its one owner. */
const walletCodeOf = (owner: Hex) =>
  concatHex([compileTestContract('Wallet1271'), encodeAbiParameters([{ type: 'address' }], [owner])]);

const rpcUrl = () => state.chain?.rpcUrl ?? '';
const walletOf = (salt: number) => {
  const saltHex = pad(`0x${salt}`, { size: 32 });
  const address = getContractAddress({
    ...({ opcode: 'CREATE2', from: create2ProxyAddress, salt: saltHex } as const),
    bytecode: state.walletCode,
  });
  return { address, factoryData: concatHex([saltHex, state.walletCode]) };
};

async function deployWallet(salt: number): Promise<Hex> {
  const { address, factoryData } = walletOf(salt);
  const from = demoAccount('faucet').address;
  await callRpc(rpcUrl(), 'eth_sendTransaction', [{ from, to: create2ProxyAddress, data: factoryData }]);
  await mine(rpcUrl());
  return address;
}

beforeAll(async () => {
  state.chain = await startChain(directory);
  process.env.RPC_URL_LOCAL = state.chain.rpcUrl;
  state.walletCode = walletCodeOf(admin.address);
});
afterAll(async () => {
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

const signed = async (by = admin, text = message) => by.signMessage({ message: text });

test('a key’s own signature counts, in any case of its address, and no node is asked', async () => {
  const signature = await signed();
  for (const address of [admin.address, `0x${admin.address.slice(2).toLowerCase()}`] as const) {
    expect(await verifyMessage('sepolia', { address, message, signature })).toBe('key');
  }
});

test('the signature of another key, or of another text, does not count', async () => {
  const address = admin.address;
  expect(await verifyMessage('local', { address, message, signature: await signed(other) })).toBeNull();
  expect(await verifyMessage('local', { address, message, signature: await signed(admin, 'else') })).toBeNull();
});

test('the twin of a signature, which anybody can compute, does not count', async () => {
  const signature = await signed();
  const s = order - BigInt(`0x${signature.slice(66, 130)}`);
  const v = signature.endsWith('1b') ? '1c' : '1b';
  const twin = `${signature.slice(0, 66)}${s.toString(16).padStart(64, '0')}${v}`;
  expect(await verifyMessage('local', { address: admin.address, message, signature: `0x${twin.slice(2)}` })).toBeNull();
});

test.each([
  '0x',
  '0x00',
  `0x${'00'.repeat(65)}`,
  `0x${'ff'.repeat(65)}`,
  `0x${'1'.repeat(131)}`,
  `0x${'00'.repeat(9000)}`,
] as const)('the malformed signature %# does not count', async (signature) => {
  expect(await verifyMessage('local', { address: admin.address, message, signature })).toBeNull();
});

test('a contract wallet decides by itself', async () => {
  const address = await deployWallet(1);
  expect(await verifyMessage('local', { address, message, signature: await signed(admin) })).toBe('contract');
  expect(await verifyMessage('local', { address, message, signature: await signed(other) })).toBeNull();
  expect(await verifyMessage('local', { address, message, signature: '0x1234' })).toBeNull();
});

test('a key whose account delegates to a contract (EIP-7702) counts as a key', async () => {
  const address = admin.address;
  const saysYes = `0x${'7702'.padEnd(40, '0')}` as const;
  await callRpc(rpcUrl(), 'anvil_setCode', [saysYes, '0x631626ba7e60e01b60005260206000f3']);
  await callRpc(rpcUrl(), 'anvil_setCode', [address, concatHex(['0xef0100', saysYes])]);
  expect(await verifyMessage('local', { address, message, signature: await signed() })).toBe('key');
  expect(await verifyMessage('local', { address, message, signature: await signed(other) })).toBe('contract');
  await callRpc(rpcUrl(), 'anvil_setCode', [address, '0x']);
});

test('a contract wallet that is not deployed yet signs, too, and nobody else for it', async () => {
  const { address, factoryData } = walletOf(2);
  const wrapped = async (by: typeof admin) =>
    serializeErc6492Signature({ address: create2ProxyAddress, data: factoryData, signature: await signed(by) });
  expect(await verifyMessage('local', { address, message, signature: await wrapped(admin) })).toBe('contract');
  expect(await verifyMessage('local', { address, message, signature: await wrapped(other) })).toBeNull();
  expect(await verifyMessage('local', { address: admin.address, message, signature: await wrapped(other) })).toBeNull();
  expect(await callRpc(rpcUrl(), 'eth_getCode', [address, 'latest'])).toBe('0x');
});

test('a contract that is no wallet signs nothing', async () => {
  const signature = await signed();
  expect(await verifyMessage('local', { address: create2ProxyAddress, message, signature })).toBeNull();
});

test('a node that does not answer proves nothing', async () => {
  process.env.RPC_URL_BASE = 'http://127.0.0.1:1';
  const address = walletOf(1).address;
  const asked = verifyMessage('base', { address, message, signature: await signed(admin) });
  await expect(asked).rejects.toMatchObject({ code: 'chain_unavailable' });
});

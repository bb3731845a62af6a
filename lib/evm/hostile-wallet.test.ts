import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Hex, serializeErc6492Signature } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { verifyMessage } from './verify-message';

/** Contracts that an attacker put on a chain to sign in as another person, or to keep us busy. */
const message = 'pay.example.com wants you to sign in';
const admin = privateKeyToAccount(demoAccount('admin').privateKey);
const other = privateKeyToAccount(demoAccount('other').privateKey);
const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-chain-'));
const state: { chain?: LocalChain } = {};

const codes = {
  /** JUMPDEST, PUSH1 0, JUMP: runs until it is stopped. */
  endless: '0x5b600056',
  /** Returns a megabyte of zeros. */
  flood: '0x62100000_6000_f3'.replaceAll('_', ''),
  /** Reverts with a megabyte of zeros. */
  floodOfReasons: '0x62100000_6000_fd'.replaceAll('_', ''),
  /** Answers everything with ERC-1271's word for yes. */
  yes: '0x631626ba7e60e01b60005260206000f3',
} as const;
type Code = keyof typeof codes;
const places = Object.keys(codes);
const placeOf = (code: Code): Hex => `0x${`c0de${places.indexOf(code)}`.padEnd(40, '0')}`;

beforeAll(async () => {
  state.chain = await startChain(directory);
  process.env.RPC_URL_LOCAL = state.chain.rpcUrl;
  for (const [index, code] of Object.values(codes).entries()) {
    await callRpc(state.chain.rpcUrl, 'anvil_setCode', [`0x${`c0de${index}`.padEnd(40, '0')}`, code]);
  }
});
afterAll(async () => {
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Whether it opens anything; not being able to ask is no yes. */
async function opens(address: Hex, signature: Hex): Promise<boolean | string> {
  return verifyMessage('local', { address, message, signature }).then(
    (by) => by !== null,
    (error: unknown) => Object(error).code,
  );
}

test.each(['endless', 'flood', 'floodOfReasons'] as const)(
  'a wallet that is %s opens nothing, and soon',
  async (code) => {
    const began = performance.now();
    expect(await opens(placeOf(code), '0x1234')).not.toBe(true);
    expect(performance.now() - began).toBeLessThan(20_000);
  },
);

test.each(['endless', 'flood', 'floodOfReasons', 'yes'] as const)(
  'a factory that is %s makes nobody else’s signature count for a key’s address or for a wallet',
  async (code) => {
    const signature = await other.signMessage({ message });
    const wrapped = serializeErc6492Signature({ address: placeOf(code), data: '0x1234', signature });
    const began = performance.now();
    expect(await opens(admin.address, wrapped)).not.toBe(true);
    expect(await opens(placeOf('flood'), wrapped)).not.toBe(true);
    expect(performance.now() - began).toBeLessThan(40_000);
  },
);

test('a contract that says yes to everything speaks for itself only', async () => {
  const signature = await other.signMessage({ message });
  expect(await opens(placeOf('yes'), signature)).toBe(true);
  expect(await opens(admin.address, signature)).toBe(false);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { drawbridgeAddress as withoutSalt } from './addresses-without-salt';

const salt = `0x${'5a17'.repeat(16)}`;

async function withSalt(given: string) {
  process.env.CONTRACT_SALT = given;
  vi.resetModules();
  return import('./deployments');
}

afterEach(() => {
  delete process.env.CONTRACT_SALT;
});

test('without a salt the address is the generated one', async () => {
  expect((await withSalt('')).drawbridgeAddress).toBe(withoutSalt);
});

test('with an operator’s salt the contract is at an address of its own, where the deployment proxy really puts it', async () => {
  const { drawbridgeAddress } = await withSalt(salt);
  expect(drawbridgeAddress).not.toBe(withoutSalt);
  const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-salt-'));
  const chain = await startChain(directory);
  const { prepareChain } = await import('@/demo/chain');
  await prepareChain(chain.rpcUrl, `0x${'a'.repeat(40)}`);
  expect(await callRpc(chain.rpcUrl, 'eth_getCode', [drawbridgeAddress, 'latest'])).not.toBe('0x');
  expect(await callRpc(chain.rpcUrl, 'eth_getCode', [withoutSalt, 'latest'])).toBe('0x');
  await chain.stop();
  rmSync(directory, { recursive: true, force: true });
});

test.each(['5a17', `0x${'g'.repeat(64)}`, `0x${'0'.repeat(63)}`])('the salt %s is refused', async (given) => {
  await expect(withSalt(given)).rejects.toThrow('CONTRACT_SALT must be');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareChain } from '@/demo/chain';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { type LocalChain, startChain } from './chain';
import { callRpc } from './json-rpc';

const patient = { timeout: 60_000 };
const signer = '0x1111111111111111111111111111111111111111';
let directory = '';

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'chain-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const transferOne = async ({ rpcUrl }: LocalChain) => {
  const [from, to] = await callRpc(rpcUrl, 'eth_accounts').then((list) => (Array.isArray(list) ? list : []));
  return callRpc(rpcUrl, 'eth_sendTransaction', [{ from, to, value: '0x1' }]);
};

const receiptOf = ({ rpcUrl }: LocalChain, hash: unknown) => callRpc(rpcUrl, 'eth_getTransactionReceipt', [hash]);

describe('the local chain', () => {
  it('mines what is sent, and still has it after its process was killed', async () => {
    const first = await startChain(directory);
    await prepareChain(first.rpcUrl, signer);
    first.makeBlocks(() => {});
    const hash = await transferOne(first);
    await expect.poll(() => receiptOf(first, hash), patient).toMatchObject({ status: '0x1' });
    await expect.poll(() => callRpc(first.rpcUrl, 'txpool_status'), patient).toMatchObject({ pending: '0x0' });
    const saved = await callRpc(first.rpcUrl, 'eth_getBlockByNumber', ['latest', false]);
    await expect.poll(() => callRpc(first.rpcUrl, 'eth_blockNumber'), patient).not.toBe(Object(saved).number);
    process.kill(first.mark.pid, 'SIGKILL');
    await first.gone;

    const second = await startChain(directory);
    expect(await receiptOf(second, hash)).toMatchObject({ status: '0x1' });
    expect(await callRpc(second.rpcUrl, 'eth_getCode', [drawbridgeAddress, 'latest'])).not.toBe('0x');
    await second.stop();
  });

  it('goes on from the state before when the newest one is damaged', async () => {
    writeFileSync(path.join(directory, 'state.json.gz'), 'half a sta');
    const chain = await startChain(directory);
    expect(await callRpc(chain.rpcUrl, 'eth_getCode', [drawbridgeAddress, 'latest'])).not.toBe('0x');
    await chain.stop();
  });

  it('is prepared again without sending anything when all is there', async () => {
    const chain = await startChain(directory);
    await prepareChain(chain.rpcUrl, signer);
    const before = await callRpc(chain.rpcUrl, 'eth_blockNumber');
    await prepareChain(chain.rpcUrl, signer);
    expect(await callRpc(chain.rpcUrl, 'eth_blockNumber')).toBe(before);
    await chain.stop();
  });

  it('refuses to start again over a state that cannot be read', async () => {
    for (const name of ['state.json.gz', 'state.previous.json.gz']) writeFileSync(path.join(directory, name), 'x');
    await expect(startChain(directory)).rejects.toThrow(/cannot be read/);
  });
});

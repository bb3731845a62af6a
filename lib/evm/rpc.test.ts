import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BaseError, HttpRequestError } from 'viem';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { findBlock, headBlock } from './blocks';
import { anchorAt } from './own-chain';
import { reading } from './rpc';
import { lyingNode } from './testing/lying-node';

const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-rpc-'));
const state: { chain?: LocalChain; node?: Awaited<ReturnType<typeof lyingNode>> } = {};
const nodeOf = () => state.node ?? expect.unreachable();
const head = () => reading('local', headBlock);
const refusal = (detail: RegExp) => ({ code: 'chain_unavailable', message: expect.stringMatching(detail) });

beforeAll(async () => {
  state.chain = await startChain(directory);
  state.node = await lyingNode(state.chain.rpcUrl);
  process.env.RPC_URL_LOCAL = state.node.url;
  await mine(state.chain.rpcUrl, 3);
});
afterEach(() => nodeOf().honest());
afterAll(async () => {
  await nodeOf().close();
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('an error of our own code in a reading is thrown as it is, never told as a node that did not answer', async () => {
  const wrong = new TypeError('x is not a function');
  await expect(reading('local', async () => Promise.reject(wrong))).rejects.toBe(wrong);
});

test('what a node does wrong is one refusal, which keeps what the node did as its cause', async () => {
  nodeOf().bare(502);
  await expect(head()).rejects.toMatchObject({ ...refusal(/did not answer/), cause: expect.any(HttpRequestError) });
  nodeOf().honest();
  nodeOf().lie(({ method }) =>
    method === 'eth_getBlockByNumber' ? { error: { code: -32_000, message: 'no' } } : undefined,
  );
  await expect(head()).rejects.toMatchObject({ ...refusal(/did not answer/), cause: expect.any(BaseError) });
});

test('no answer is taken from a node of another network, and the refusal names both and the setting', async () => {
  nodeOf().lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined));
  await expect(head()).rejects.toMatchObject(refusal(/another network: 1, not 31337\. See RPC_URL_LOCAL/));
  await expect(reading('local', (client) => findBlock(client, 99_999n))).rejects.toMatchObject(
    refusal(/another network/),
  );
});

test('a node that does not say which network it is on is not believed', async () => {
  nodeOf().lie(({ method }) =>
    method === 'eth_chainId' ? { error: { code: -32_601, message: 'method not found' } } : undefined,
  );
  await expect(head()).rejects.toMatchObject(refusal(/did not say which network/));
});

test('a node of the same network with another history is not believed', async () => {
  const { number, hash } = await head();
  anchorAt('local', { number, hash });
  await expect(head()).resolves.toMatchObject({ number });
  anchorAt('local', { number, hash: `0x${'ab'.repeat(32)}` });
  await expect(head()).rejects.toMatchObject(refusal(/does not know our block/));
  anchorAt('local', { number, hash });
});

test('a node that asks us to come back after 40 s is not obeyed: the answer comes in a second', async () => {
  nodeOf().bare(429, { 'retry-after': '40' });
  const before = Date.now();
  await expect(head()).rejects.toMatchObject(refusal(/did not answer/));
  expect(Date.now() - before).toBeLessThan(2_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BaseError, HttpRequestError } from 'viem';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chainOf } from '@/lib/chains/registry';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { finalBlock, findBlock, headBlock } from './blocks';
import { nodesOf } from './nodes/nodes';
import { anchorAt } from './nodes/own-chain';
import { probeNode } from './probe-node';
import { reading } from './rpc';
import { type Asked, lyingNode } from './testing/lying-node';

const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-rpc-'));
const state: { chain?: LocalChain; node?: Awaited<ReturnType<typeof lyingNode>> } = {};
const nodeOf = () => state.node ?? expect.unreachable();
const probe = () => probeNode(nodesOf('local')[0] ?? expect.unreachable());
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
  await expect(head()).rejects.toMatchObject(refusal(/did not say which network.*eth_chainId/));
});

test('a node of the same network with another history is not believed', async () => {
  const { number, hash } = await head();
  anchorAt('local', { number, hash });
  await expect(head()).resolves.toMatchObject({ number });
  anchorAt('local', { number, hash: `0x${'ab'.repeat(32)}` });
  await expect(head()).rejects.toMatchObject(refusal(/does not know our block/));
  anchorAt('local', { number, hash });
});

const tagged = (depthWithoutTag: number | null) => ({
  ...chainOf('local'),
  finality: { tag: 'finalized', usualDepth: 2, depthWithoutTag } as const,
});
const noTag = ({ method, params }: Asked) =>
  method === 'eth_getBlockByNumber' && params[0] === 'finalized'
    ? { error: { code: -32_602, message: 'unknown block tag' } }
    : undefined;

test('a node without the tag of final blocks is refused in words that name the setting, or taken at the stated depth', async () => {
  nodeOf().lie(noTag);
  const top = await head();
  const final = (facts: ReturnType<typeof tagged>) => reading('local', (client) => finalBlock(client, facts, top));
  await expect(final(tagged(null))).rejects.toMatchObject(refusal(/“finalized”.*RPC_URL_LOCAL/));
  await expect(final(tagged(4))).resolves.toMatchObject({ number: top.number - 3n });
});

test('a node is tried for what is needed of it, and what it lacks is said', async () => {
  expect(await probe()).toMatchObject({ chain: 'local', lacks: [] });
  nodeOf().lie(({ method, params }) => {
    const [filter] = params;
    const { fromBlock, toBlock } = Object(filter);
    const tooWide = method === 'eth_getLogs' && Number(toBlock) - Number(fromBlock) >= 4;
    const pruned = method === 'eth_getBalance';
    return tooWide || pruned ? { error: { code: -32_000, message: 'no' } } : undefined;
  });
  const report = await probe();
  expect(Number(report.logBlocks)).toBeLessThanOrEqual(4);
  expect(report.lacks).toEqual([expect.stringMatching(/^state at the final block/)]);
  nodeOf().lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined));
  expect((await probe()).lacks).toEqual([expect.stringMatching(/another network/)]);
});

test('a node that asks us to come back after 40 s is not obeyed: the answer comes in a second', async () => {
  nodeOf().bare(429, { 'retry-after': '40' });
  const before = Date.now();
  await expect(head()).rejects.toMatchObject(refusal(/did not answer/));
  expect(Date.now() - before).toBeLessThan(2_000);
});

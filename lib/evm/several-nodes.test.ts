import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseGwei } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { findBlock, headBlock } from './blocks';
import { askingOnly, nodesInOrder, nodesOf } from './nodes/nodes';
import { chainClient, reading, sendToNodes } from './rpc';
import { type Asked, lyingNode } from './testing/lying-node';

type Player = Awaited<ReturnType<typeof lyingNode>>;
const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-nodes-'));
const state: { chain?: LocalChain; players: Player[] } = { players: [] };
const [first, second] = [() => player(0), () => player(1)];
const player = (place: number) => state.players[place] ?? expect.unreachable();
const head = () => reading('local', headBlock);
const orderOf = () => nodesInOrder('local').map(({ url }) => url);
const rpcUrl = () => state.chain?.rpcUrl ?? expect.unreachable();

/** New players for each test, since what is known of a node stays with its address. */
async function play(): Promise<void> {
  await Promise.all(state.players.map((one) => one.close()));
  state.players = [await lyingNode(rpcUrl()), await lyingNode(rpcUrl())];
  process.env.RPC_URL_LOCAL = state.players.map(({ url }) => url).join(', ');
}

beforeAll(async () => {
  state.chain = await startChain(directory);
  await mine(rpcUrl(), 3);
  await play();
});
afterEach(play);
afterAll(async () => {
  await Promise.all(state.players.map((one) => one.close()));
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('the nodes of a chain are a list of addresses, and one address is a list of one', () => {
  expect(nodesOf('local').map(({ url }) => url)).toEqual([first().url, second().url]);
  process.env.RPC_URL_LOCAL = 'https://node.example/a,b?key=1,2';
  expect(nodesOf('local')).toMatchObject([{ url: 'https://node.example/a,b?key=1,2', host: 'node.example' }]);
  process.env.RPC_URL_LOCAL = 'https://node.example, nonsense';
  expect(() => nodesOf('local')).toThrow(/RPC_URL_LOCAL is not/);
});

test.each([
  ['answers an error of its server', (node: Player) => node.bare(502)],
  ['asks for less', (node: Player) => node.bare(429)],
  [
    'is of another network',
    (node: Player) => node.lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined)),
  ],
])('where a node %s, the next one is asked at once, and first from then on', async (_what, spoil) => {
  spoil(first());
  await expect(head()).resolves.toMatchObject({ number: expect.any(BigInt) });
  expect(orderOf()).toEqual([second().url, first().url]);
  const before = first().requests();
  await head();
  expect(first().requests()).toBe(before);
});

test('a reading that one node leaves half done begins again with the next one: its answers are of one node', async () => {
  await head();
  const asked: string[] = [];
  const noBlock = ({ method, params }: Asked) =>
    method === 'eth_getBlockByNumber' && params[0] !== 'latest'
      ? { error: { code: -32_000, message: 'no' } }
      : undefined;
  first().lie(noBlock);
  const pair = await reading('local', async (client) => {
    const newest = await headBlock(client);
    asked.push(client.transport.url);
    return [newest, await findBlock(client, newest.number)];
  });
  expect(asked).toEqual([first().url, second().url]);
  expect(pair[0]).toEqual(pair[1]);
});

test('where no node answers, the refusal says so; where one refuses so many blocks at once, that is what is told', async () => {
  first().bare(413);
  second().bare(503);
  await expect(head()).rejects.toMatchObject({ code: 'chain_unavailable', cause: { status: 413 } });
});

test('a node that was dead and comes back is asked first again', async () => {
  first().bare(503);
  await head();
  expect(orderOf()[0]).toBe(second().url);
  first().honest();
  await expect.poll(() => head().then(() => orderOf()[0]), { timeout: 30_000, interval: 250 }).toBe(first().url);
});

test('a node whose newest block is much older than the others’ is asked last, and a block of the future makes none late', async () => {
  const shifted = (seconds: number) => (asked: Asked, truth: unknown) =>
    asked.method === 'eth_getBlockByNumber' && asked.params[0] === 'latest'
      ? { result: { ...Object(truth), timestamp: `0x${(Number(Object(truth).timestamp) + seconds).toString(16)}` } }
      : undefined;
  first().lie(shifted(-90));
  await head();
  expect(orderOf()).toEqual([second().url, first().url]);
  await play();
  second().lie(shifted(86_400));
  await head();
  expect(orderOf()).toEqual([first().url, second().url]);
});

test('work that is bound to one node asks no other, though that one fails', async () => {
  const [, other] = nodesOf('local');
  second().bare(503);
  const bound = askingOnly(other ?? expect.unreachable(), head);
  await expect(bound).rejects.toMatchObject({ code: 'chain_unavailable' });
  expect(first().requests()).toBe(0);
});

test('the same bytes are given to every node that serves: one that takes them is enough, and none is given others', async () => {
  const heard: string[][] = [[], []];
  const refuse = (place: number, raw: unknown) => {
    heard[place]?.push(String(raw));
    return { error: { code: -32_000, message: `too busy: ${place}` } };
  };
  const listen = (place: number) => (asked: Asked) =>
    asked.method === 'eth_sendRawTransaction' ? refuse(place, asked.params[0]) : undefined;
  const account = privateKeyToAccount(demoAccount('admin').privateKey);
  const nonce = await chainClient('local').getTransactionCount(account);
  const fees = { maxFeePerGas: parseGwei('50'), maxPriorityFeePerGas: parseGwei('1') };
  const call = { to: account.address, gas: 21_000n, nonce, chainId: 31_337, ...fees };
  const raw = await account.signTransaction(call);
  first().lie(listen(0));
  second().lie(listen(1));
  expect(await sendToNodes('local', raw)).toEqual([expect.any(Error), expect.anything()]);
  expect(heard).toEqual([[raw], [raw]]);
  await mine(rpcUrl());
  expect(await chainClient('local').getTransactionCount(account)).toBe(nonce + 1);
});

import { toEventSelector } from 'viem';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { balanceOf } from '@/lib/ledger/balance';
import { dispute } from '@/lib/nodes/dispute';
import { lookAtNodes } from '@/lib/nodes/look-at-nodes';
import { disputesNow, viewNodes } from '@/lib/nodes/view-nodes';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { lapsePayouts } from '@/lib/unpaid/lapse';

type Player = Awaited<ReturnType<typeof lyingNode>>;
const players: Player[] = [];
const play = async (rpcUrl: string) => {
  const node = await lyingNode(rpcUrl);
  players.push(node);
  return node.url;
};
const world = testWorld({ nodeFor: play });
const desk = testDesk(world);
const second = () => players.at(-1) ?? expect.unreachable();
const statusOf = async (id: string) => (await view(world, id)).status;
const disputes = async () => [...(await disputesNow(world.database.db)).values()];
const mailsToOperator = async () => (await world.database.sql`select from mails where merchant_id is null`).length;
const alone = { setting: '' };

beforeAll(() => {
  alone.setting = process.env.RPC_URL_LOCAL ?? expect.unreachable();
});
beforeAll(addNode);
afterEach(addNode);
afterAll(() => Promise.all(players.map((one) => one.close())));

/** Each test has a second node of its own, since what is known of a node stays with its address. */
async function addNode(): Promise<void> {
  const url = await play(world.rpcUrl());
  process.env.RPC_URL_LOCAL = `${alone.setting},${url}`;
}

/** A claim that is in a block, and buried as deep as it takes to be final. */
async function paid() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  const hash = await world.send('customer', transfer);
  await world.mine(4);
  return { id: payout.id, hash };
}

const isBlock = ({ method, params }: Asked) => method === 'eth_getBlockByNumber' && params[0] !== 'latest';
const otherHash = (asked: Asked, truth: unknown) =>
  isBlock(asked) && truth !== null ? { result: { ...Object(truth), hash: `0x${'77'.repeat(32)}` } } : undefined;
const header = z.looseObject({ number: z.string(), hash: z.string(), parentHash: z.string() });
const refused = (message: RegExp) => ({ code: 'chain_unavailable', message: expect.stringMatching(message) });

test('another hash at a final height stops completion, and is told, until both nodes say the same', async () => {
  const { id } = await paid();
  second().lie(otherHash);
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things of block \d+: 127.* and 127/));
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things/));
  expect(await statusOf(id)).toBe('processing');
  expect(await disputes()).toEqual([expect.stringMatching(/Local chain say different things of block/)]);
  expect(await mailsToOperator()).toBe(1);
  second().honest();
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
  expect(await disputes()).toEqual([]);
});

test('a node that lies of every block, or time and again of one, fills no mailbox: three mails an hour, and one of the same', async () => {
  await world.passTime(3_601);
  const before = await mailsToOperator();
  const nodes = [
    { mark: 'a', host: 'a.example' },
    { mark: 'b', host: 'b.example' },
  ].map((one) => ({ chain: 'local' as const, url: '', ...one }));
  const say = (subject: string) =>
    expect(dispute(world.system(), { chain: 'local', kind: 'block', subject }, nodes)).rejects.toMatchObject(
      refused(/say different things/),
    );
  const told = async () => (await mailsToOperator()) - before;
  await say('900001');
  for (const _again of [1, 2]) {
    await world.database.sql`update node_disputes set ended_at = now() where subject = '900001'`;
    await world.passTime(2);
    await say('900001');
  }
  expect(await told()).toBe(1);
  for (const subject of ['900002', '900003', '900004', '900005']) await say(subject);
  expect(await told()).toBe(3);
  await world.passTime(3_601);
  await say('900004');
  expect(await told()).toBe(4);
  await world.database.sql`update node_disputes set ended_at = now() where subject like '90000%'`;
});

test('a dispute outlives the silence of the node that began it, and ends when the operator takes that node out', async () => {
  const { id } = await paid();
  second().lie(otherHash);
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things/));
  second().bare(503);
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things/));
  expect(await statusOf(id)).toBe('processing');
  process.env.RPC_URL_LOCAL = alone.setting;
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
});

test.each([
  [
    'has never heard of',
    ({ method }: Asked) => (method === 'eth_getTransactionReceipt' ? { result: null } : undefined),
  ],
  [
    'has other movements in',
    ({ method }: Asked, truth: unknown) =>
      method === 'eth_getTransactionReceipt' && truth !== null ? { result: { ...Object(truth), logs: [] } } : undefined,
  ],
])(
  'a payment whose receipt a second node %s is not completed, and the operator is told when that lasts',
  async (_what, lie) => {
    await world.passTime(3_601);
    const { id, hash } = await paid();
    second().lie(lie);
    await expect(world.watch()).rejects.toMatchObject(refused(/different things of the receipt of 0x/));
    expect(await statusOf(id)).toBe('processing');
    expect(await disputes()).toEqual([expect.stringContaining(hash)]);
    const before = await mailsToOperator();
    await world.passTime(61);
    await expect(world.watch()).rejects.toMatchObject(refused(/different things of the receipt/));
    await expect(world.watch()).rejects.toMatchObject(refused(/different things of the receipt/));
    expect(await mailsToOperator()).toBe(before + 1);
    second().honest();
    await world.watch();
    expect(await statusOf(id)).toBe('completed');
  },
);

test('a second node that is on its way to the final block is waited for, and one that stands still for 5 minutes is not', async () => {
  const { id } = await paid();
  second().lie((asked) => (isBlock(asked) ? { result: null } : undefined));
  await world.watch();
  await world.watch();
  expect(await statusOf(id)).toBe('processing');
  await world.passTime(301);
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
  expect(await disputes()).toEqual([]);
});

test('a second node whose newest block is an old one is waited for, and holds up nothing once it stood still for 5 minutes', async () => {
  await world.settle();
  const stuck = await world.client().getBlockNumber();
  const old = await world.rpc('eth_getBlockByNumber', [`0x${stuck.toString(16)}`, false]);
  const newer = { eth_getTransactionByHash: null, eth_getTransactionReceipt: null };
  second().lie(({ method, params: [at] }, truth) =>
    method in newer
      ? { result: null }
      : method !== 'eth_getBlockByNumber'
        ? undefined
        : at === 'latest'
          ? { result: old }
          : truth !== null && BigInt(header.parse(truth).number) > stuck
            ? { result: null }
            : undefined,
  );
  const { id } = await paid();
  await world.watch();
  expect(await statusOf(id)).toBe('processing');
  await world.passTime(301);
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
  expect(await disputes()).toEqual([]);
});

test.each([
  ['is dead', (node: Player) => node.bare(503)],
  [
    'is of another network',
    (node: Player) => node.lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined)),
  ],
])('payouts are completed while a second node %s, which the operator sees', async (_what, spoil) => {
  const { id } = await paid();
  spoil(second());
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
  await lookAtNodes(world.system(), 'local');
  const [local] = await viewNodes(operatorContext(world.database.db, await addOperator(world.database.db)));
  expect(local).toMatchObject({ chain: 'local', dispute: null });
  expect(local?.nodes).toMatchObject([
    { place: 1, answers: true, head: expect.stringMatching(/^\d+$/), lag_blocks: '0', lacks: [] },
    { place: 2, answers: false, head: null, lacks: [expect.any(String)], last_fault: expect.any(String) },
  ]);
  expect(JSON.stringify(local)).not.toContain('world=');
});

test('what came into a vault is booked only where two nodes say so, and payouts are completed meanwhile', async () => {
  await world.settle();
  const available = () =>
    balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'available');
  const before = await available();
  players[0]?.lie(withDeposit);
  const { id } = await paid();
  const words = refused(/say different things of what came into vaults and left them from block \d+ on: 127/);
  await expect(world.watch()).rejects.toMatchObject(words);
  await world.mine(2);
  await expect(world.watch()).rejects.toMatchObject(words);
  expect(await statusOf(id)).toBe('completed');
  expect(await disputes()).toEqual([expect.stringMatching(/None of it is booked until they agree/)]);
  expect(await available()).toBe(before - 25_000_000n);
  players[0]?.honest();
  await world.watch();
  expect(await disputes()).toEqual([]);
  expect(await available()).toBe(before - 25_000_000n);
});

test('a deposit that a second node leaves out waits for it, also while that one is silent, and is booked once', async () => {
  await world.settle();
  const available = () =>
    balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'available');
  const before = await available();
  await world.send('admin', desk.transfer(demoAccount('vault').address, 70_000_000n));
  await world.mine(4);
  second().lie((asked) => (intoVault(asked) ? { result: [] } : undefined));
  await expect(world.watch()).rejects.toMatchObject(refused(/what came into vaults/));
  second().bare(503);
  await expect(world.watch()).rejects.toMatchObject(refused(/what came into vaults/));
  expect(await available()).toBe(before);
  second().honest();
  await expect.poll(() => world.watch().catch(() => 'refused'), { timeout: 60_000 }).toBeUndefined();
  expect(await available()).toBe(before + 70_000_000n);
});

test('a first node that has the newest block and no other one holds up nothing for longer than 5 minutes', async () => {
  const { id } = await paid();
  players[0]?.lie((asked) => (isBlock(asked) ? { result: null } : undefined));
  await world.watch();
  expect(await statusOf(id)).toBe('processing');
  await world.passTime(150);
  await world.mine();
  await world.watch();
  await world.passTime(151);
  await world.mine();
  await world.watch();
  expect(await statusOf(id)).toBe('completed');
  players[0]?.honest();
});

test('nothing is called expired while a second node says that its claim id is used', async () => {
  await world.settle();
  const payout = await world.newPayout({ expires_in: 60 });
  await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.passTime(500);
  await world.settle();
  second().lie(({ method }) => (method === 'eth_call' ? { result: `0x${'ff'.repeat(32)}` } : undefined));
  await expect(lapsePayouts(world.system(), 'local')).rejects.toMatchObject(refused(/claim ids are used/));
  second().honest();
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(payout.id)).toBe('expired');
});

const filter = z.object({ address: z.array(z.string()), topics: z.array(z.unknown()), toBlock: z.string() });
const transferTopic = toEventSelector('Transfer(address,address,uint256)');
const word = (value: string) => `0x${value.slice(2).padStart(64, '0')}`;

/** What came into vaults is asked for. */
function intoVault({ method, params: [asked] }: Asked) {
  const { data } = filter.safeParse(method === 'eth_getLogs' ? asked : null);
  return data && data.topics[0] === transferTopic && data.topics.length === 3 && !data.topics[1] ? data : null;
}

/** A deposit of a thousand that never was, in the last block that is asked for. */
function withDeposit(asked: Asked, truth: unknown) {
  const wanted = intoVault(asked);
  if (!wanted) return undefined;
  const [party, vault] = [word(demoAccount('customer').address), word(demoAccount('vault').address.toLowerCase())];
  const deposit = {
    ...{ address: testUsdtAddress.toLowerCase(), topics: [transferTopic, party, vault], data: word('0x3b9aca00') },
    ...{ blockNumber: wanted.toBlock, blockHash: word('0x77'), transactionHash: word('0x88') },
    ...{ transactionIndex: '0x0', logIndex: '0x63', removed: false },
  };
  return { result: [...z.array(z.unknown()).parse(truth), deposit] };
}

const otherwise = (hash: string) => `0x77${hash.slice(4)}`;
/** Another history from above a block on. */
const forkedAbove = (block: bigint) => (asked: Asked, truth: unknown) =>
  asked.method === 'eth_getBlockByNumber' && truth !== null
    ? { result: forkOf(header.parse(truth), block) }
    : undefined;

function forkOf({ number, hash, parentHash, ...rest }: z.infer<typeof header>, block: bigint) {
  const above = BigInt(number) - block;
  const parent = above > 1n ? otherwise(parentHash) : parentHash;
  return { ...rest, number, hash: above > 0n ? otherwise(hash) : hash, parentHash: parent };
}

test('what is final and paid is undone only where two nodes have another block there', async () => {
  const { id, hash } = await paid();
  await world.settle();
  expect(await statusOf(id)).toBe('completed');
  const { blockNumber } = await world.client().getTransactionReceipt({ hash });
  const forked = forkedAbove(blockNumber - 1n);
  players[0]?.lie(forked);
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things of block/));
  await expect(world.watch()).rejects.toMatchObject(refused(/say different things of block/));
  expect(await statusOf(id)).toBe('completed');
  players[0]?.honest();
  await world.watch();
  expect(await disputes()).toEqual([]);
  players[0]?.lie(forked);
  second().lie(forked);
  await world.watch().catch(() => {});
  expect(await statusOf(id)).not.toBe('completed');
  players[0]?.honest();
  second().honest();
  await world.settle();
  expect(await statusOf(id)).toBe('completed');
});

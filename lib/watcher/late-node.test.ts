import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, afterEach, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { findCursor } from '@/lib/cursors/store';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { testDesk } from '@/lib/payouts/testing/desk';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { listeners } from '@/lib/watched/listeners';
import { stepsAlong } from './watch-and-tell';

const nodes: Awaited<ReturnType<typeof lyingNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await lyingNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const desk = testDesk(world);
const nodeOf = () => nodes[0] ?? expect.unreachable();
const cursor = async () => (await findCursor(world.database.db, 'local')) ?? expect.unreachable();
const statusOf = async (id: string) => (await view(world, id)).status;
afterEach(() => nodeOf().honest());
afterAll(() => nodeOf().close());

async function claimed(given: Record<string, unknown> = {}) {
  const payout = await world.newPayout(given);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  return { payout, transfer };
}

/** Logs of our contract, under any filter. */
function asksOurLogs({ method, params }: Asked): boolean {
  return method === 'eth_getLogs' && JSON.stringify(params).toLowerCase().includes(drawbridgeAddress.toLowerCase());
}

const noLogs = (asked: Asked) => (asksOurLogs(asked) ? { result: [] } : undefined);

/** Says the same as the truth of a node for another network does. */
const stranger = ({ method }: Asked) => (method === 'eth_chainId' ? { result: '0x38' } : undefined);

test('a claim whose block had no logs yet when it was new is found, paid and told', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  nodeOf().lie(noLogs);
  await world.watch();
  expect(await statusOf(payout.id)).toBe('pending');
  nodeOf().honest();
  await world.mine();
  await world.watch();
  expect(await statusOf(payout.id)).toBe('processing');
  await world.settle();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('one empty list for the block of a claim is asked again at once, since its bloom says that there may be logs', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  const told: Asked[] = [];
  nodeOf().lie((asked) => (asksOurLogs(asked) && told.push(asked) === 1 ? { result: [] } : undefined));
  await world.watch();
  expect(told.length).toBeGreaterThan(1);
  expect(await statusOf(payout.id)).toBe('processing');
  nodeOf().honest();
  await world.settle();
});

test('a paid payout is never called expired, however often the node shows no logs: it is completed once it does', async () => {
  const { payout, transfer } = await claimed({ expires_in: 60 });
  await world.send('customer', transfer);
  await world.mine();
  nodeOf().lie(noLogs);
  await world.passTime(500);
  await world.settle();
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(payout.id)).toBe('pending');
  nodeOf().honest();
  await world.passTime(700);
  await lapsePayouts(world.system(), 'local');
  await world.settle();
  expect(await statusOf(payout.id)).toBe('completed');
  expect(await eventsOf(world, payout.id)).not.toContain('payout.expired');
});

test('nothing that was signed for is closed while no node proves that it is unpaid', async () => {
  const { payout } = await claimed({ expires_in: 60 });
  await world.passTime(500);
  await world.settle();
  nodeOf().lie(stranger);
  await expect(lapsePayouts(world.system(), 'local')).rejects.toMatchObject({ code: 'chain_unavailable' });
  expect(await statusOf(payout.id)).toBe('pending');
  nodeOf().honest();
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(payout.id)).toBe('expired');
});

test('what was signed and lapsed is cancelled at once where the contract proves it unpaid, and waits for that proof otherwise', async () => {
  const [first, second] = [await claimed(), await claimed()];
  await world.passTime(500);
  await world.settle();
  nodeOf().lie(stranger);
  const waiting = await cancelPayout(world.merchant(), first.payout.id);
  expect(waiting).toMatchObject({ status: 'pending', cancellation: { state: 'waiting' } });
  nodeOf().honest();
  expect(await cancelPayout(world.merchant(), second.payout.id)).toMatchObject({ status: 'cancelled' });
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(first.payout.id)).toBe('cancelled');
});

test('a paid claim of which no node showed a log is not cancelled, and is completed once one does', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  nodeOf().lie(noLogs);
  await world.passTime(500);
  await world.settle();
  nodeOf().honest();
  const cancelling = cancelPayout(world.merchant(), payout.id);
  await expect(cancelling).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await world.settle();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('a node of another network takes nothing back and moves nothing, and the worker goes on with ours', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.settle();
  const before = await cursor();
  await world.mine(3);
  const elsewhere = { hash: `0x${'77'.repeat(32)}`, parentHash: `0x${'76'.repeat(32)}`, number: '0x4c4b40' };
  nodeOf().lie((asked, truth) =>
    asked.method === 'eth_getBlockByNumber' ? { result: Object.assign({}, truth, elsewhere) } : stranger(asked),
  );
  await expect(world.watch()).rejects.toMatchObject({ code: 'chain_unavailable', message: /another network: 56/ });
  expect(await cursor()).toEqual(before);
  expect(await statusOf(payout.id)).toBe('completed');
  nodeOf().honest();
  await world.settle();
  expect((await cursor()).number).toBeGreaterThan(before.number);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
});

test('a node that lost or never had our history is not believed, though it is of the same network', async () => {
  const before = await cursor();
  await world.mine();
  nodeOf().lie(({ method }) => (method === 'eth_getBlockTransactionCountByHash' ? { result: null } : undefined));
  await expect(world.watch()).rejects.toMatchObject({ code: 'chain_unavailable', message: /does not know our block/ });
  expect(await cursor()).toEqual(before);
});

test('a cursor above the head of a node that is on our chain goes back to the last block that agrees', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.settle();
  const { number } = await cursor();
  const far = number + 5_000_000n;
  const foreign = `0x${'78'.repeat(32)}`;
  await world.database
    .sql`insert into chain_blocks select chain, ${`${far}`}, ${foreign}, time from chain_blocks where number = ${`${number}`}`;
  await world.database.sql`update chain_cursors set number = ${`${far}`}, final_number = ${`${far}`}`;
  await world.passTime(5);
  await world.mine(3);
  await world.watch();
  expect((await cursor()).number).toBeGreaterThan(number);
  expect((await cursor()).number).toBeLessThan(far);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
});

test('a node that is far behind takes nothing back, though it lacks most of the blocks that are kept', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.settle();
  const before = await cursor();
  const [from, to] = [`${before.number - 12n}`, `${before.number}`];
  await world.database.sql`delete from chain_blocks where number > ${from} and number < ${to}`;
  const past = await world.rpc('eth_getBlockByNumber', [`0x${(before.number - 3n).toString(16)}`, false]);
  nodeOf().lie(({ method, params }) => {
    const [block] = params;
    const isAbove = typeof block === 'string' && Number(block) > Number(before.number - 3n);
    return method === 'eth_getBlockByNumber' && (block === 'latest' || isAbove)
      ? { result: block === 'latest' ? past : null }
      : undefined;
  });
  await world.watch();
  expect(await cursor()).toEqual(before);
  await world.passTime(90);
  await expect(world.watch()).rejects.toMatchObject({ code: 'chain_unavailable', message: /is behind/ });
  expect(await statusOf(payout.id)).toBe('completed');
});

test('a node that does not show a transfer where it was proves nothing, and the claim waits', async () => {
  await world.settle();
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  nodeOf().lie(({ method }) => (method === 'eth_getTransactionReceipt' ? { result: null } : undefined));
  await world.mine(4);
  await expect(world.watch()).rejects.toMatchObject({ code: 'chain_unavailable' });
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'confirming' } });
  nodeOf().honest();
  await world.settle();
  expect(await statusOf(payout.id)).toBe('completed');
});

const isOneBlock = ({ params }: Asked) => {
  const { fromBlock, toBlock } = Object(params[0]);
  return fromBlock === toBlock;
};

test('a payment by hand is not given up on an empty answer: blocks that may hold it are asked for once more', async () => {
  const to = privateKeyToAddress(generatePrivateKey());
  const payout = await desk.owed({ recipient: { type: 'wallet', address: to } });
  const signing = await desk.prepareOne([payout.id]);
  nodeOf().lie(({ method }) => (method === 'eth_getLogs' ? { result: [] } : undefined));
  await desk.sign(signing.calls);
  await world.settle();
  await declareUnsigned(world.member('payer'), { payout_ids: [payout.id] });
  await world.settle();
  nodeOf().lie((asked) => (asked.method === 'eth_getLogs' && !isOneBlock(asked) ? { result: [] } : undefined));
  await followPayments(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'confirming' } });
  nodeOf().honest();
  await world.settle();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('why a chain cannot be read is kept for the health page', async () => {
  nodeOf().lie(stranger);
  const step = stepsAlong('local', listeners);
  await expect(step(world.system(), false)).rejects.toMatchObject({ code: 'chain_unavailable' });
  const troubles = await world.database.sql`select chain, reason from chain_troubles`;
  expect(troubles).toEqual([{ chain: 'local', reason: expect.stringMatching(/another network: 56, not 31337/) }]);
});

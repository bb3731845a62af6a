import { afterAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { chainClient } from '@/lib/evm/rpc';
import { claimPayout } from './claim';
import { testDesk } from './testing/desk';
import { strictNode } from './testing/strict-node';
import { view } from './testing/view';
import { testWorld } from './testing/world';
import { findCursor } from './watch-store';

const nodes: Awaited<ReturnType<typeof strictNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await strictNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const desk = testDesk(world);
const nodeOf = () => nodes[0] ?? expect.unreachable();
const cursor = () => findCursor(world.database.db, 'local');
afterAll(() => nodeOf().close());

/** A claim and a deposit, far apart, and buried. */
async function somethingToRead() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.mine(11);
  await desk.usdt('admin', desk.transfer(demoAccount('vault').address, 3_000_000n).data);
  await world.mine(9);
  return payout.id;
}

test('a node that grants fewer blocks at once is asked for fewer: what it has is read to its head, confirmed and booked', async () => {
  const id = await somethingToRead();
  nodeOf().grant(2);
  await world.watch();
  nodeOf().grant(Number.POSITIVE_INFINITY);
  expect((await cursor())?.number).toBe(await chainClient('local').getBlockNumber());
  expect((await view(world, id)).status).toBe('completed');
  expect((await desk.balance('available')) + (await desk.balance('committed'))).toBe(await world.vaultBalance());
});

test('of a node that refuses every block nothing is taken as read, and it is read once it answers', async () => {
  const before = await cursor();
  const id = await somethingToRead();
  nodeOf().grant(0);
  await expect(world.watch()).rejects.toMatchObject({ code: 'chain_unavailable' });
  expect(await cursor()).toEqual(before);
  nodeOf().grant(Number.POSITIVE_INFINITY);
  await world.watch();
  expect((await view(world, id)).status).toBe('completed');
});

import { afterAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { claimPayout } from '@/lib/claims/claim';
import { findCursor } from '@/lib/cursors/store';
import { chainClient } from '@/lib/evm/rpc';
import { testDesk } from '@/lib/payouts/testing/desk';
import { strictNode } from '@/lib/payouts/testing/strict-node';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { lapsePayouts } from '@/lib/unpaid/lapse';

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

test('with any range that such a node grants, what used a claim id is found, and all that is over ends', async () => {
  const address = demoAccount('customer').address;
  const [burnt, late] = [await world.newPayout(), await world.newPayout({ expires_in: 60 })];
  for (const { token } of [burnt, late]) await claimPayout(world.claimant(), token, { address });
  await world.mine(7);
  await world.burn([burnt.id]);
  await world.passTime(500);
  await world.settle();
  await world.mine(9);
  await world.watch();
  nodeOf().grant(2);
  await lapsePayouts(world.system(), 'local');
  nodeOf().grant(Number.POSITIVE_INFINITY);
  expect((await view(world, burnt.id)).status).toBe('cancelled');
  expect((await view(world, late.id)).status).toBe('expired');
});

test('with any range that such a node grants, a payment by hand of which it shows nothing can be given up', async () => {
  const payout = await desk.owed();
  await desk.prepareOne([payout.id]);
  await world.mine(9);
  await declareUnsigned(world.member('payer'), { payout_ids: [payout.id] });
  await world.settle();
  nodeOf().grant(2);
  await desk.look();
  nodeOf().grant(Number.POSITIVE_INFINITY);
  const rows = await world.database.sql`select status from transfers where payout_id = ${payout.id}`;
  expect(rows).toEqual([{ status: 'dropped' }]);
});

import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { laggingNode } from '@/lib/payouts/testing/lagging-node';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';

const nodes: Awaited<ReturnType<typeof laggingNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await laggingNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});

test('an empty list of logs from a node that lacks the newest block is not believed', async () => {
  const [node] = nodes;
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  const before = Number(await world.client().getBlockNumber());
  node?.lagAt(before);
  await world.send('customer', transfer);
  await world.mine(4);
  await world.watch();
  expect((await view(world, payout.id)).status).toBe('pending');
  const [cursor] = await world.database.sql`select number::int from chain_cursors`;
  expect(cursor?.number).toBeLessThanOrEqual(before);
  node?.lagAt(Number.POSITIVE_INFINITY);
  await world.watch();
  expect((await view(world, payout.id)).status).toBe('completed');
  await node?.close();
});

import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, afterEach, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';

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
afterEach(() => nodeOf().honest());
afterAll(() => nodeOf().close());

test('what a node does not show of a block that it has is no difference: the day is not checked, and green once it shows it', async () => {
  await world.settle();
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await desk.mint('admin');
  await desk.pay('admin', privateKeyToAddress(generatePrivateKey()), 1_000_000n);
  await world.settle();
  nodeOf().lie(({ method }) =>
    method === 'eth_getTransactionReceipt' ? { result: null } : method === 'eth_getLogs' ? { result: [] } : undefined,
  );
  expect(await desk.reconcile()).toMatchObject({
    status: 'not_checked',
    reason: expect.stringMatching(/does not show its receipt/),
  });
  expect(await desk.unresolved()).toEqual([]);
  nodeOf().honest();
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('the reading of a node of another network is not checked, and names both networks', async () => {
  nodeOf().lie(({ method }) => (method === 'eth_chainId' ? { result: '0x1' } : undefined));
  expect(await desk.reconcile()).toMatchObject({
    status: 'not_checked',
    reason: expect.stringMatching(/another network: 1, not 31337/),
  });
});

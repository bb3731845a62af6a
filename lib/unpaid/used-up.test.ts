import { afterAll, afterEach, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { lapsePayouts } from './lapse';

const nodes: Awaited<ReturnType<typeof lyingNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await lyingNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const nodeOf = () => nodes[0] ?? expect.unreachable();
const statusOf = async (id: string) => (await view(world, id)).status;
afterEach(() => nodeOf().honest());
afterAll(() => nodeOf().close());

const noLogs = ({ method, params }: Asked) =>
  method === 'eth_getLogs' && JSON.stringify(params).toLowerCase().includes(drawbridgeAddress.toLowerCase())
    ? { result: [] }
    : undefined;

/** Cancels the whole word of ids, as a vault's owner does in an emergency: ids that are paid already are among them. */
async function burnWordOf(id: string) {
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${id}`;
  await world.burnIds(BigInt(row?.claim_id) >> 8n, 2n ** 256n - 1n);
}

/** A claim was paid and no node showed it; another was signed and never sent. Long after, the vault cancels all ids. */
async function paidAndUnpaid() {
  const [paid, unpaid] = [await world.newPayout(), await world.newPayout()];
  const address = demoAccount('customer').address;
  const { transfer } = await claimPayout(world.claimant(), paid.token, { address });
  await claimPayout(world.claimant(), unpaid.token, { address });
  await world.send('customer', transfer);
  await world.mine();
  nodeOf().lie(noLogs);
  await world.passTime(500);
  await world.mine(600);
  await world.watch();
  nodeOf().honest();
  await burnWordOf(paid.id);
  await world.settle();
  return { paid, unpaid };
}

test('a claim that no node showed stays paid when its vault cancels the ids of the whole word long after', async () => {
  const { paid, unpaid } = await paidAndUnpaid();
  await lapsePayouts(world.system(), 'local');
  await world.settle();
  expect(await statusOf(paid.id)).toBe('completed');
  expect(await eventsOf(world, paid.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(await statusOf(unpaid.id)).toBe('cancelled');
});

test('where the node keeps no old state, the blocks before the cancellation are searched for the claim', async () => {
  const { paid, unpaid } = await paidAndUnpaid();
  const pruned = { error: { code: -32_000, message: 'missing trie node' } };
  nodeOf().lie(({ method, params }) => (method === 'eth_call' && params[1] !== 'latest' ? pruned : undefined));
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(unpaid.id)).toBe('cancelled');
  nodeOf().honest();
  await world.settle();
  expect(await statusOf(paid.id)).toBe('completed');
});

test('one payout whose old blocks the node has no more keeps no other from ending', async () => {
  const old = await world.client().getBlockNumber();
  const [burnt, late] = [await world.newPayout(), await world.newPayout({ expires_in: 60 })];
  for (const { token } of [burnt, late]) {
    await claimPayout(world.claimant(), token, { address: demoAccount('customer').address });
  }
  await world.burn([burnt.id]);
  await world.passTime(500);
  await world.settle();
  const isOld = ({ method, params }: Asked) =>
    method === 'eth_getBlockByNumber' && params[0] === `0x${old.toString(16)}`;
  const pruned = { error: { code: -32_000, message: 'missing trie node' } };
  const needsState = ({ method, params }: Asked) => method === 'eth_call' && params[1] !== 'latest';
  nodeOf().lie((asked) => (isOld(asked) ? { result: null } : needsState(asked) ? pruned : undefined));
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(late.id)).toBe('expired');
  expect(await statusOf(burnt.id)).toBe('pending');
  nodeOf().honest();
  await world.passTime(700);
  await lapsePayouts(world.system(), 'local');
  expect(await statusOf(burnt.id)).toBe('cancelled');
});

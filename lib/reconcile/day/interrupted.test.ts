import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { strictNode } from '@/lib/payouts/testing/strict-node';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { workReconciliation } from './work';

type Node = Awaited<ReturnType<typeof strictNode>>;
const node: { current?: Node } = {};
const nodeOf = () => node.current ?? expect.unreachable();
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    node.current = await strictNode(rpcUrl);
    return node.current.url;
  },
});
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());

/** A payment that nobody reported and a movement that nobody explains, with blocks before, between and after. */
async function somethingToFind() {
  const payee = stranger();
  const payout = await desk.byHand('51.00', payee);
  await desk.pay('admin', payee, 51n * usdt);
  await desk.pay('vault', stranger(), 13n * usdt);
  return payout.id;
}

/** What the chain did once is booked once. */
async function expectFoundOnce(payoutId: string, suspense: bigint) {
  expect((await view(world, payoutId)).status).toBe('completed');
  expect(await world.database.sql`select status from transfers where payout_id = ${payoutId}`).toHaveLength(1);
  expect((await desk.account('suspense')) - suspense).toBe(13n * usdt);
  const [lines] = await world.database
    .sql`select count(*)::int as n from differences where amount = ${String(13n * usdt)}
    and status <> 'resolved'`;
  await world.database.sql`update differences set status = 'resolved', resolved_by = 'explained', resolved_at = now()`;
  expect(lines).toEqual({ n: 1 });
}

test('a node that grants fewer blocks at once is asked for fewer, and everything is found', async () => {
  await desk.declare('admin');
  await desk.mint('admin');
  const suspense = await desk.account('suspense');
  const payoutId = await somethingToFind();
  nodeOf().grant(3);
  expect(await desk.reconcile()).toMatchObject({ status: 'differences', reason: null });
  nodeOf().grant(Number.POSITIVE_INFINITY);
  await expectFoundOnce(payoutId, suspense);
});

test('a node that refuses every block leaves the day unchecked', async () => {
  await world.settle();
  nodeOf().grant(0);
  expect(await desk.reconcile()).toMatchObject({ status: 'not_checked', toBlock: null });
  nodeOf().grant(Number.POSITIVE_INFINITY);
});

test('a node that goes down half-way leaves the day unchecked, and the next reading finds everything once', async () => {
  const suspense = await desk.account('suspense');
  const payoutId = await somethingToFind();
  const { id } = await desk.open();
  nodeOf().atLogs(6, nodeOf().down);
  const cut = await workReconciliation(world.system(), { id, stepBlocks: 2n });
  expect(cut).toMatchObject({ status: 'not_checked', reason: 'The node of Local chain did not answer.' });
  expect(cut?.nextBlock).toBeGreaterThan(cut?.fromBlock ?? 0n);
  nodeOf().up();
  expect(await desk.reconcile()).toMatchObject({ status: 'differences' });
  await expectFoundOnce(payoutId, suspense);
});

test('a worker that is told to stop gives a reading back where it is, and another goes on there at once', async () => {
  const suspense = await desk.account('suspense');
  const payoutId = await somethingToFind();
  const { id } = await desk.open();
  const stop = new AbortController();
  nodeOf().atLogs(6, () => stop.abort());
  expect(await workReconciliation(world.system(), { id, stepBlocks: 2n, signal: stop.signal })).toBeNull();
  const [given] = await world.database.sql`select status, next_block, from_block from reconciliations where id = ${id}`;
  expect(given?.status).toBe('running');
  expect(BigInt(given?.next_block)).toBeGreaterThan(BigInt(given?.from_block));
  const ended = await workReconciliation(world.system(), { id });
  expect(ended).toMatchObject({ id, status: 'done', fromBlock: BigInt(given?.from_block) });
  await expectFoundOnce(payoutId, suspense);
});

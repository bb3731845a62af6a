import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import type { Context } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { chainClient } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { laggingNode } from '@/lib/payouts/testing/lagging-node';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { readSpan } from '@/lib/reconcile/chain/read-chain';
import { dayOf } from '@/lib/reconcile/core/day';
import { selectKnown } from '@/lib/reconcile/core/known-store';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { openDueCloses } from './due';
import { workReconciliation } from './work';

type Node = Awaited<ReturnType<typeof laggingNode>>;
const node: { current?: Node } = {};
const nodeOf = () => node.current ?? expect.unreachable();
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    node.current = await laggingNode(rpcUrl);
    return node.current.url;
  },
});
const desk = testDesk(world);
const usdt = 1_000_000n;

test('an empty answer of a node that is behind is not an answer: the day is not checked, and nothing is booked', async () => {
  await desk.declare('admin');
  await desk.mint('admin');
  const payee = privateKeyToAddress(generatePrivateKey());
  const payout = await desk.byHand('61.00', payee);
  await desk.pay('admin', payee, 61n * usdt);
  nodeOf().lagAt(1);
  expect(await desk.reconcile()).toMatchObject({ status: 'not_checked', toBlock: null });
  nodeOf().lagAt(Number.POSITIVE_INFINITY);
  expect((await view(world, payout.id)).status).toBe('pending');
  expect(await desk.reconcile()).toMatchObject({ status: 'green', version: 2 });
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('no range is taken from a node that lacks its last block, with any answer about the rest', async () => {
  const cursor = (await findCursor(world.database.db, 'local')) ?? expect.unreachable();
  const known = await selectKnown(world.database.db, world.merchantId, 'local', new Date(0));
  const span = { from: 0n, to: cursor.finalNumber };
  const read = () => readSpan(world.database.db, chainClient('local'), 'local', known, span);
  expect((await read()).moves.length).toBeGreaterThan(0);
  nodeOf().lagAt(Number(cursor.finalNumber) - 1);
  await expect(read()).rejects.toMatchObject({ code: 'chain_unavailable' });
  nodeOf().lagAt(Number.POSITIVE_INFINITY);
});

test('a node with other blocks than those that were read is not believed', async () => {
  await world.mine(4);
  await world.watch();
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(3);
  expect(await desk.reconcile()).toMatchObject({ status: 'not_checked' });
  await world.watch();
  await world.settle();
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('what a worker that stands still has not read is not called green', async () => {
  await world.passTime(7_200);
  await world.mine(6);
  expect(await desk.reconcile()).toMatchObject({ status: 'not_checked', reason: expect.stringMatching(/behind/) });
  await world.watch();
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('a day whose last block never became final is said not to be checked, and said once', async () => {
  const pages = ({ clock }: Context) => world.database.sql`
    select status, reason from closes where status = 'not_checked' and day < ${dayOf(clock.now())}
      and created_at > ${world.system().clock.now().toISOString()}`;
  // Our clock goes on and the chain's does not.
  const { clock } = world.system();
  const later = (seconds: number) => ({ ...world.system(), clock: { now: () => addSeconds(clock.now(), seconds) } });
  // In the afternoon of the next day, at each hour of this one.
  const toMidnight = 86_400 - (Math.floor(clock.now().getTime() / 1000) % 86_400);
  const nextDay = later(toMidnight + 54_000);
  await openDueCloses(nextDay);
  await workReconciliation(nextDay);
  expect(await pages(nextDay)).toHaveLength(1);
  await openDueCloses(nextDay);
  expect(await workReconciliation(nextDay)).toBeNull();
  const afterwards = later(toMidnight + 55_000);
  await openDueCloses(afterwards);
  expect(await workReconciliation(afterwards)).toMatchObject({ status: 'not_checked' });
  expect(await pages(afterwards)).toHaveLength(1);
});

test('a node that is down ends the reading: not checked, never green', async () => {
  await nodeOf().close();
  const close = await desk.reconcile();
  expect(close).toMatchObject({ status: 'not_checked', reason: 'The node of Local chain did not answer.' });
  expect(close.totals.assets).toEqual([]);
});

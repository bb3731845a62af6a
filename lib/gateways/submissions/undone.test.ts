import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { loseBlocks } from '@/lib/payouts/testing/lose-blocks';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { decideSubmission } from './decide';
import { selectToSubmit } from './due-store';
import { followSubmissions, reconcileGateways } from './follow';
import { submissionJobs } from './jobs';
import { submitPayouts } from './submit';
import { listSubmissions } from './view';

const world = testWorld();
const gateway = testGateway(world);

beforeAll(async () => {
  await gateway.setUp();
  await world.mine(20);
  await world.watch();
});
beforeEach(() => gateway.server().behave(goodManners));

const submit = () => submitPayouts(world.system(), 'local');
const follow = () => followSubmissions(world.system(), 'local');
const latest = async (id: string) => (await listSubmissions(world.merchant(), id))[0] ?? expect.unreachable();
const owed = (amount = '25.00') => {
  const recipient = { type: 'wallet', address: privateKeyToAddress(generatePrivateKey()) };
  return world.newPayout({ rail: 'shkeeper', recipient, amount });
};

async function paid() {
  const payout = await owed();
  await submit();
  await gateway.server().wallet.idle();
  await world.settle();
  await world.passTime(61);
  await follow();
  expect((await latest(payout.id)).status).toBe('paid');
  return payout;
}

test('what waits for money in heaps leaves room for what can be paid', async () => {
  await owed('2000.00');
  await submit();
  await gateway.server().wallet.idle();
  await world.settle();
  await world.passTime(61);
  await follow();
  const heap = [];
  for (let count = 0; count < 5; count++) heap.push(await owed('9999.00'));
  await submit();
  const small = await owed('3.00');
  const due = await selectToSubmit(world.database.db, 'local', world.system().clock.now(), 2);
  expect(due.map(({ payout }) => payout.id)).toEqual([heap[0]?.id, small.id]);
  for (const { id } of [...heap, small]) await cancelPayout(world.merchant(), id);
});

test('a slow gateway is left when its time in a round is over, and the rest is looked at in the next', async () => {
  gateway.server().behave({ refuse: 'no' });
  const payouts = [await owed('4.00'), await owed('5.00')];
  for (const _ of payouts) {
    await submit();
    await world.passTime(61);
  }
  const looks = async () => {
    const rows = await world.database.sql`select looks from gateway_submissions where payout_id in
      ${world.database.sql(payouts.map(({ id }) => id))} order by id`;
    return rows.map((row) => row.looks);
  };
  await followSubmissions(world.system(), 'local', -1);
  expect(await looks()).toEqual([1, 0]);
  await followSubmissions(world.system(), 'local', -1);
  expect(await looks()).toEqual([1, 1]);
});

test('with nothing that waits for a gateway, its jobs rest', async () => {
  const rests = await Promise.all(
    submissionJobs('bsc').map(({ run }) => run(world.system(), new AbortController().signal, false)),
  );
  expect(rests).toEqual(['quiet', 'quiet']);
});

test('what the gateway calls unsent only after a day waits again, and is paid once', async () => {
  const payout = await owed('6.00');
  const { wallet } = gateway.server();
  gateway.server().behave({ stuck: true });
  await submit();
  await wallet.idle();
  for (const seconds of [901, 86_401, 61]) {
    await world.passTime(seconds);
    await world.settle();
    await follow();
  }
  expect(await latest(payout.id)).toMatchObject({ status: 'unknown', transfer_status: 'unknown' });
  gateway.server().behave(goodManners);
  const result = 'Have not enough tokens on fee account, need 6 have 0';
  const stuck = [...wallet.tasks].filter(([, { status }]) => status === 'PENDING');
  for (const [id] of stuck) wallet.tasks.set(id, { status: 'FAILURE', result });
  await world.passTime(61);
  await follow();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'gateway_funds' } });
  await submit();
  await wallet.idle();
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect((await latest(payout.id)).external_id).toBe(`${payout.id}-2`);
});

test('what was paid in a final block that is undone is never sent again by itself, and a person can decide', async () => {
  const payout = await paid();
  const before = gateway.submissions();
  await loseBlocks(world);
  await world.passTime(61);
  await submit();
  await follow();
  const { id, status } = await latest(payout.id);
  expect([status, gateway.submissions() - before]).toEqual(['unknown', 0]);
  // Blocks of the new branch begin where the old one did.
  await world.passTime(3_600);
  await world.mine(4);
  await world.settle();
  await decideSubmission(world.member('owner'), id, { decision: 'not_sent', reason: 'Its block is gone' });
  await submit();
  expect(gateway.submissions() - before).toBe(1);
  await gateway.server().wallet.idle();
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('what was undone and comes again completes its payout', async () => {
  const payout = await paid();
  const comeBack = await loseBlocks(world);
  await reconcileGateways(world.system(), 'local');
  expect((await latest(payout.id)).status).toBe('unknown');
  await comeBack();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
});

test('a transfer that stands lower than the head of its time, after a reorganisation, is found', async () => {
  await world.passTime(61);
  gateway.server().behave({ stuck: true });
  const address = privateKeyToAddress(generatePrivateKey());
  const payout = await world.newPayout({ rail: 'shkeeper', recipient: { type: 'wallet', address }, amount: '7.00' });
  await submit();
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.rpc('anvil_rollback', [2]);
  gateway.server().behave(goodManners);
  const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` };
  const body = JSON.stringify({ amount: '7.00', destination: address, fee: '0' });
  await fetch(`${gateway.server().url}/api/v1/LOCAL-USDT/payout`, { method: 'POST', headers, body });
  await gateway.server().wallet.idle();
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

import { expect, onTestFinished, test, vi } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { followTransfers } from '@/lib/claims/follow';
import { reportTransfer } from '@/lib/claims/report-transfer';
import { viewClaim } from '@/lib/claims/view';
import type { Listener } from '@/lib/cursors/listener';
import { type Job, type JobState, runJobs } from '@/lib/jobs/runner';
import { balanceOf } from '@/lib/ledger/balance';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { listeners } from '@/lib/watched/listeners';
import { watcherJobs } from './jobs';
import { stepsAlong } from './watch-and-tell';

const world = testWorld();
const customer = demoAccount('customer').address;
const paid = () => balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'paid');

/** What the books say the vault holds. */
async function booked(): Promise<bigint> {
  const asset = { chain: 'local', symbol: 'USDT' } as const;
  const { db } = world.database;
  const parts = ['available', 'committed'] as const;
  const [available = 0n, committed = 0n] = await Promise.all(
    parts.map((account) => balanceOf(db, world.merchantId, asset, account)),
  );
  return available + committed;
}

async function claimed() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  return { payout, transfer };
}

test('a claim that a shallow reorganisation takes away is offered again, and is paid by what is mined then', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  expect((await view(world, payout.id)).transfer?.status).toBe('confirming');
  await world.rpc('anvil_reorg', [1, []]);
  await world.mine(2);
  await world.watch();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'submitted' } });
  await world.passTime(130);
  await followTransfers(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'dropped' } });
  const again = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.send('customer', again.transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a reorganisation deeper than finality reverses the books, tells the merchant, and offers the payout again', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.settle();
  const booked = await paid();
  expect((await view(world, payout.id)).status).toBe('completed');
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  expect((await view(world, payout.id)).status).toBe('pending');
  expect(booked - (await paid())).toBe(24_500_000n);
  expect(await eventsOf(world, payout.id)).toEqual([
    'payout.created',
    'payout.processing',
    'payout.completed',
    'payout.failed',
  ]);
  const again = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.send('customer', again.transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await paid()).toBe(booked);
});

test('a node that is behind makes nobody believe that blocks are gone', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  const snapshot = await world.database.sql`select number from chain_cursors where chain = 'local'`;
  await world.database.sql`update chain_blocks set number = number + 1000 where chain = 'local'`;
  await world.database
    .sql`update chain_cursors set number = number + 1000, final_number = final_number + 1000 where chain = 'local'`;
  await world.watch();
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.database.sql`update chain_blocks set number = number - 1000 where chain = 'local'`;
  await world.database
    .sql`update chain_cursors set number = number - 1000, final_number = final_number - 1000 where chain = 'local'`;
  expect(await world.database.sql`select number from chain_cursors where chain = 'local'`).toEqual(snapshot);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a claim that the network refuses puts the payout back and says why', async () => {
  const { payout, transfer } = await claimed();
  await world.drainVault();
  const hash = await world.send('customer', transfer);
  await reportTransfer(world.claimant(), payout.token, { hash });
  await world.mine();
  await world.watch();
  await followTransfers(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'reverted', hash } });
  await world.fillVault();
  await world.settle();
});

test('a claim sped up in the wallet completes under its new hash', async () => {
  const { payout, transfer } = await claimed();
  const nonce = await world.client().getTransactionCount({ address: customer, blockTag: 'pending' });
  const first = await world.send('customer', transfer, { nonce, tipGwei: 1 });
  await reportTransfer(world.claimant(), payout.token, { hash: first });
  const second = await world.send('customer', transfer, { nonce, tipGwei: 3 });
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash: second } });
});

test('a claim that the wallet replaced with something else can be claimed again', async () => {
  const { payout, transfer } = await claimed();
  const nonce = await world.client().getTransactionCount({ address: customer, blockTag: 'pending' });
  const hash = await world.send('customer', transfer, { nonce, tipGwei: 1 });
  await reportTransfer(world.claimant(), payout.token, { hash });
  await world.send('customer', { to: customer, data: '0x' }, { nonce, tipGwei: 3 });
  await world.mine();
  await world.watch();
  await followTransfers(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'replaced' } });
});

test('invented hashes leave few traces, and hide nothing of the claim that is sent', async () => {
  const { payout, transfer } = await claimed();
  const invented = (number: number) => `0x${number.toString(16).padStart(64, 'a')}`;
  for (let number = 0; number < 60; number++) {
    await reportTransfer(world.claimant(), payout.token, { hash: invented(number) });
  }
  const rows = await world.database.sql`select id from transfers where payout_id = ${payout.id}`;
  expect(rows).toHaveLength(50);
  const hash = await world.send('customer', transfer);
  const reported = await reportTransfer(world.claimant(), payout.token, { hash });
  expect(reported).toMatchObject({ status: 'processing', transfer: { hash } });
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
});

test('an invented hash moves nothing, and a hash of another payment is refused', async () => {
  const { payout } = await claimed();
  const invented = `0x${'ab'.repeat(32)}`;
  const reported = await reportTransfer(world.claimant(), payout.token, { hash: invented });
  expect(reported).toMatchObject({ status: 'pending', transfer: { status: 'submitted', seen_at: null } });
  const elsewhere = await world.send('customer', { to: customer, data: '0x' });
  await world.mine();
  await expect(reportTransfer(world.claimant(), payout.token, { hash: elsewhere })).rejects.toMatchObject({
    code: 'transfer_mismatch',
  });
  await world.passTime(130);
  await followTransfers(world.system(), 'local');
  expect((await view(world, payout.id)).transfer?.status).toBe('dropped');
});

test('a cancelled link waits for its last signed payout to lapse, and signs nothing new meanwhile', async () => {
  const { payout } = await claimed();
  const waiting = await cancelPayout(world.merchant(), payout.id);
  expect(waiting).toMatchObject({ status: 'pending', cancellation: { state: 'waiting' } });
  await expect(claimPayout(world.claimant(), payout.token, { address: customer })).rejects.toMatchObject({
    code: 'link_cancelled',
  });
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('pending');
  await world.passTime(400);
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'cancelled', cancellation: null });
});

test('a payment that arrives while a cancellation waits is paid, booked and told', async () => {
  const { payout, transfer } = await claimed();
  await cancelPayout(world.merchant(), payout.id);
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a call handed out before the link expired is refused by the network afterwards', async () => {
  const payout = await world.newPayout({ expires_in: 60 });
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.passTime(100);
  const hash = await world.send('customer', transfer);
  await world.settle();
  const receipt = await world.client().getTransactionReceipt({ hash });
  expect(receipt.status).toBe('reverted');
  expect(await viewClaim(world.claimant(), payout.token)).toMatchObject({ expired: true });
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('expired');
});

test('a payment of a payout that the books had closed is found, booked and shown', async () => {
  const { payout, transfer } = await claimed();
  const before = await paid();
  await world.database.sql`update payouts set signed_until = null where id = ${payout.id}`;
  await cancelPayout(world.merchant(), payout.id);
  expect((await view(world, payout.id)).status).toBe('cancelled');
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect((await paid()) - before).toBe(24_500_000n);
});

test('claim ids that the vault burns in the contract cancel their payouts, once what was signed for them has lapsed', async () => {
  const { payout } = await claimed();
  const unsigned = await world.newPayout();
  await world.burn([payout.id, unsigned.id]);
  await world.settle();
  expect((await view(world, unsigned.id)).status).toBe('cancelled');
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', cancellation: { state: 'waiting' } });
  await world.passTime(400);
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'cancelled', cancellation: null });
});

test('a deposit that a deep reorganisation takes away leaves the books as equal to the vault as they were', async () => {
  await world.fillVault();
  await world.settle();
  expect(await booked()).toBe(await world.vaultBalance());
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  await world.settle();
  expect(await booked()).toBe(await world.vaultBalance());
});

test('a late payment of a cancelled payout that is reorganised away leaves it cancelled', async () => {
  const { payout, transfer } = await claimed();
  await world.database.sql`update payouts set signed_until = null where id = ${payout.id}`;
  await cancelPayout(world.merchant(), payout.id);
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.rpc('anvil_reorg', [1, []]);
  await world.mine(2);
  await world.watch();
  await world.passTime(400);
  await followTransfers(world.system(), 'local');
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('cancelled');
});

test('a payment that is taken back after its link ran out stays failed, and its money is free', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.settle();
  await world.database.sql`
    update payouts set expires_at = now() - interval '1 day', signed_until = now() - interval '1 day' where id = ${payout.id}`;
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('failed');
  expect((await eventsOf(world, payout.id)).at(-1)).toBe('payout.failed');
});

test('books and vault agree after all of this', async () => {
  await world.settle();
  expect(await booked()).toBe(await world.vaultBalance());
});

test('while the newest block is the same only the node is asked; a new block or a change here has the chain read', async () => {
  let steps = 0;
  const counter: Listener = {
    confirm: async () => {
      steps += 1;
    },
  };
  const step = stepsAlong('local', [...listeners, counter]);
  await world.watch();
  for (const _ of [1, 2, 3]) await step(world.system(), false);
  expect(steps).toBe(1);
  await step(world.system(), true);
  expect(steps).toBe(2);
  await world.mine();
  for (const _ of [1, 2, 3]) await step(world.system(), false);
  expect(steps).toBe(3);
});

test('the first look that shows a new block has it read, however long the chain stood still', async () => {
  const told: bigint[] = [];
  const ear: Listener = {
    confirm: async (_ctx, { number }) => {
      told.push(number);
    },
  };
  const step = stepsAlong('local', [...listeners, ear]);
  for (const _ of Array.from({ length: 20 })) await step(world.system(), false);
  expect(told).toHaveLength(1);
  const [before = 0n] = told;
  await world.mine();
  await step(world.system(), false);
  expect(told).toEqual([before, before + 1n]);
});

test('while a transfer waits on a chain that stands still, the chain is stepped along soon again; with nothing waiting seldom', async () => {
  let steps = 0;
  const counter: Listener = {
    confirm: async () => {
      steps += 1;
    },
  };
  const step = stepsAlong('local', [...listeners, counter]);
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const lookAfter = async (seconds: number) => {
    vi.advanceTimersByTime(seconds * 1_000);
    await step(world.system(), false);
    return steps;
  };
  expect([await lookAfter(0), await lookAfter(5), await lookAfter(2), await lookAfter(7)]).toEqual([1, 1, 2, 3]);
  await world.mine(3);
  expect([await lookAfter(1), await lookAfter(7), await lookAfter(20)]).toEqual([4, 4, 5]);
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('the block that makes a claim final is seen at the chain’s own pace, however long no word was told', async () => {
  const { payout, transfer } = await claimed();
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  const said: JobState[] = [];
  const jobs = watcherJobs('local', listeners).map((job) => ({
    ...job,
    run: async (...given: Parameters<Job['run']>) => {
      const state = await job.run(...given);
      said.push(state);
      return state;
    },
  }));
  const stopping = new AbortController();
  const { signal } = stopping;
  const lull = { afterMs: 0, times: 1_000, mostMs: 3_600_000, togetherMs: 3_600_000 };
  const done = runJobs({ jobs, connection: world.database, contextOf: world.system, signal, lull });
  await expect.poll(() => said).toContain('awaiting');
  await world.mine(3);
  await expect.poll(() => view(world, payout.id), { timeout: 30_000 }).toMatchObject({ status: 'completed' });
  await expect.poll(() => said.at(-1)).toBe(false);
  stopping.abort();
  await done;
});

test('a transfer that is told of stirs the workers of its chain', async () => {
  const words: string[] = [];
  const ear = await world.database.sql.listen('work', (word) => words.push(word));
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  words.length = 0;
  await reportTransfer(world.claimant(), payout.token, { hash });
  await expect.poll(() => words).toContain('chain local');
  await ear.unlisten();
});

test('a payment that cannot be settled here is told, tried again and never booked twice, and holds up no other of its chain', async () => {
  await world.settle();
  const { sql } = world.database;
  const mails = async () => (await sql`select from mails where merchant_id is null`).length;
  const mailsBefore = await mails();
  const suspense = () => balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'suspense');
  const suspenseBefore = await suspense();
  const [bad, good] = [await claimed(), await claimed()];
  const before = await paid();
  await sql.unsafe(
    `alter table payouts add constraint broken check (id <> '${bad.payout.id}' or status <> 'completed')`,
  );
  for (const { transfer } of [bad, good]) await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, good.payout.id)).status).toBe('completed');
  expect((await view(world, bad.payout.id)).status).toBe('processing');
  expect(await mails()).toBe(mailsBefore);
  await world.passTime(61);
  await world.settle();
  await world.settle();
  expect(await mails()).toBe(mailsBefore + 1);
  await sql.unsafe('alter table payouts drop constraint broken');
  await world.settle();
  expect((await view(world, bad.payout.id)).status).toBe('completed');
  expect(await paid()).toBe(before + 2n * 24_500_000n);
  expect(await suspense()).toBe(suspenseBefore);
});

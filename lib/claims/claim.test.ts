import { erc20Abi } from 'viem';
import { generatePrivateKey } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { balanceOf } from '@/lib/ledger/balance';
import { checkLedger } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { signClaim, signWith } from '@/lib/rails/contract/voucher';
import { claimPayout } from './claim';
import { followTransfers } from './follow';
import { reportTransfer } from './report-transfer';
import { viewClaim } from './view';

const world = testWorld();
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const asset = { chain: 'local', symbol: 'USDT' } as const;

async function held(address: `0x${string}`): Promise<bigint> {
  const call = { address: testUsdtAddress, abi: erc20Abi, functionName: 'balanceOf' } as const;
  return world.client().readContract({ ...call, args: [address] });
}

async function book(account: 'available' | 'committed' | 'paid' | 'fees' | 'suspense'): Promise<bigint> {
  return balanceOf(world.database.db, world.merchantId, asset, account);
}

test('a claimed payout pays the recipient net, the collector the fee, and the books say the same', async () => {
  const payout = await world.newPayout();
  const before = await Promise.all([held(customer), held(demoAccount('feeCollector').address)]);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  const hash = await world.send('customer', transfer);
  const reported = await reportTransfer(world.claimant(), payout.token, { hash });
  expect(reported.status).toBe('processing');
  expect(reported.transfer?.status).toBe('submitted');

  await world.mine();
  await world.watch();
  const confirming = await viewClaim(world.claimant(), payout.token);
  expect(confirming).toMatchObject({ status: 'processing', transfer: { status: 'confirming', confirmations: 1 } });

  await world.settle();
  const done = await view(world, payout.id);
  expect(done).toMatchObject({ status: 'completed', transfer: { status: 'confirmed', hash, recipient: customer } });
  const after = await Promise.all([held(customer), held(demoAccount('feeCollector').address)]);
  expect(after.map((amount, index) => amount - (before[index] ?? 0n))).toEqual([24_500_000n, 500_000n]);
  expect(await book('committed')).toBe(0n);
  expect([await book('paid'), await book('fees')]).toEqual([24_500_000n, 500_000n]);
  expect((await book('available')) + (await book('committed'))).toBe(await held(demoAccount('vault').address));
});

test('a claim completes when nobody reports its hash', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: other });
  await world.send('customer', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: other } });
});

test('two parallel claims of one link pay once', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const paidBefore = await book('paid');
  const [first, second] = await Promise.all([
    claimPayout(world.claimant(), payout.token, { address: customer }),
    claimPayout(world.claimant(), payout.token, { address: other }),
  ]);
  const sums = [await held(customer), await held(other)];
  await world.send('customer', first.transfer);
  await world.send('other', second.transfer);
  await world.settle();
  const gained = (await held(customer)) + (await held(other)) - (sums[0] ?? 0n) - (sums[1] ?? 0n);
  expect(gained).toBe(24_500_000n);
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect((await book('paid')) - paidBefore).toBe(24_500_000n);
});

/** How many signed payouts left the house for this one, and how many lines of the audit say so. */
async function tracesOf(id: string): Promise<number[]> {
  const [row] = await world.database.sql`
    select (select count(*)::int from vouchers where payout_id = ${id}) as vouchers,
      (select count(*)::int from audit_lines where subject_id = ${id} and action = 'payout.signed') as lines`;
  return [row?.vouchers, row?.lines];
}

test('a wallet that asks again gets the same call, and leaves no trace more until half of its time is over', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const ask = () => claimPayout(world.claimant(), payout.token, { address: other });
  const first = await ask();
  for (let press = 0; press < 5; press++) expect(await ask()).toMatchObject({ transfer: first.transfer });
  await Promise.all([ask(), ask()]);
  expect(await tracesOf(payout.id)).toEqual([1, 1]);
  await world.database
    .sql`update vouchers set deadline = now() + interval '140 seconds' where payout_id = ${payout.id}`;
  await ask();
  expect(await tracesOf(payout.id)).toEqual([2, 2]);
});

test('one link is tried with so many wallets a day; the wallet that asked, and whom a payout is for, are not kept out', async () => {
  const { sql } = world.database;
  const open = await world.newPayout({ recipient: { type: 'anyone' } });
  const bound = await world.newPayout();
  await claimPayout(world.claimant(), open.token, { address: customer });
  for (const { id } of [open, bound]) {
    await sql`insert into vouchers (id, merchant_id, payout_id, recipient, deadline, created_at)
      select ${id} || n, ${world.merchantId}, ${id}, '0x' || lpad(n::text, 40, '0'), now(), now() from generate_series(1, 99) n`;
  }
  const refused = claimPayout(world.claimant(), open.token, { address: other });
  await expect(refused).rejects.toMatchObject({ code: 'rate_limited', facts: { retryAfterSeconds: 3_600 } });
  expect((await claimPayout(world.claimant(), open.token, { address: customer })).transfer.to).toBeDefined();
  expect((await claimPayout(world.claimant(), bound.token, { address: customer })).transfer.to).toBeDefined();
});

test('only the bound wallet is handed a signed payout', async () => {
  const payout = await world.newPayout();
  const refused = claimPayout(world.claimant(), payout.token, { address: other });
  await expect(refused).rejects.toMatchObject({ code: 'wrong_recipient' });
});

test('a claim that the vault cannot pay parks as awaiting funds, and is freed when the money comes', async () => {
  const { db } = world.database;
  const payout = await world.newPayout({ amount: '9000.00' });
  await world.drainVault();
  await expect(claimPayout(world.claimant(), payout.token, { address: customer })).rejects.toMatchObject({
    code: 'awaiting_funds',
  });
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', awaiting_funds: true });
  expect(await viewClaim(world.claimant(), payout.token)).toMatchObject({ coverage: { state: 'short' } });
  await world.fillVault();
  await world.watchVaults();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', awaiting_funds: false });
  await world.settle();
  expect(await balanceOf(db, world.merchantId, asset, 'suspense')).toBeGreaterThan(0n);
  expect((await book('available')) + (await book('committed'))).toBe(await held(demoAccount('vault').address));
});

test('rolled-up balances equal the sum of their lines, and every asset sums to zero', async () => {
  await rollUpBalances(world.system());
  const checked = await checkLedger(world.system());
  expect(checked.accounts).toBeGreaterThan(3);
  expect(checked).toMatchObject({ faults: [] });
});

test('what was reported as sent is remembered for every visitor, with its time, before any node shows it', async () => {
  const payout = await world.newPayout();
  const hash = `0x${'5e'.repeat(32)}`;
  const before = Date.now();
  await reportTransfer(world.claimant(), payout.token, { hash });
  await reportTransfer(world.claimant(), payout.token, { hash });
  const { status, transfer } = await viewClaim(world.claimant(), payout.token);
  expect(status).toBe('pending');
  expect(transfer).toMatchObject({ status: 'submitted', hash, seen_at: null });
  expect(Math.abs(Date.parse(transfer?.created_at ?? '') - before)).toBeLessThan(10_000);
});

test('a call that names a payout and that nobody signed keeps its recipient from nothing while it waits to be mined', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${payout.id}`;
  const facts = {
    ...{ chain: 'local' as const, vault: demoAccount('vault').address, token: testUsdtAddress, gross: 25_000_000n },
    ...{ fee: 500_000n, feeCollector: demoAccount('feeCollector').address, claimId: BigInt(row?.claim_id) },
  };
  const call = await signClaim(facts, other, new Date(4e12), signWith(generatePrivateKey()));
  const hash = await world.send('other', 'call' in call ? call.call : expect.unreachable());
  await reportTransfer(world.claimant(), payout.token, { hash });
  await followTransfers(world.system(), 'local');
  expect((await viewClaim(world.claimant(), payout.token)).status).toBe('pending');
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a claim that no block took until its time was over holds its payout up no longer, also when it is reported again', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const { transfer, expires_at } = await claimPayout(world.claimant(), payout.token, { address: customer });
  const nonce = 5 + (await world.client().getTransactionCount({ address: other }));
  const hash = await world.send('other', transfer, { nonce });
  await reportTransfer(world.claimant(), payout.token, { hash });
  const statusNow = async () => (await viewClaim(world.claimant(), payout.token)).status;
  expect(await statusNow()).toBe('processing');
  await world.passTime(Math.ceil((Date.parse(expires_at) - world.system().clock.now().getTime()) / 1000) + 5);
  await world.settle();
  await followTransfers(world.system(), 'local');
  expect(await statusNow()).toBe('pending');
  await reportTransfer(world.claimant(), payout.token, { hash });
  expect(await statusNow()).toBe('pending');
  expect(await world.database.sql`select status from transfers where payout_id = ${payout.id}`).toEqual([
    { status: 'dropped' },
  ]);
});

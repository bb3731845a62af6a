import { decodeFunctionData, encodeFunctionData } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterEach, expect, test, vi } from 'vitest';
import { transfers } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import type { Line } from '@/lib/ledger/post';
import { reverseNewest } from '@/lib/ledger/reverse';
import { testDesk as handDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { disperseCall } from '@/lib/rails/wallet/calls';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { resolveDifference } from './resolve';
import { viewDifference } from './view';

const world = testWorld();
afterEach(() => vi.restoreAllMocks());
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());
const vault = demoAccount('vault').address;
const inAnHour = () => new Date(world.system().clock.now().getTime() + 3_600_000);
const invented = (digits: string) => `0x${digits.repeat(32)}`;

async function paidByClaim() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.settle();
  return payout;
}

function transferOf(to: string, amount: bigint) {
  const args = [hex(to), amount] as const;
  return { to: testUsdtAddress, data: encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args }) };
}

test('claims, fees and deposits that the watcher has booked are green', async () => {
  await desk.declare('admin');
  await desk.mint('admin');
  const payout = await paidByClaim();
  await desk.pay('admin', demoAccount('vault').address, 50n * usdt);
  expect((await view(world, payout.id)).status).toBe('completed');
  const close = await desk.reconcile();
  expect(close).toMatchObject({ status: 'green', totals: { counts: { claims: 1, settlements: 1 } } });
  const [usdtTotals] = close.totals.assets;
  expect(usdtTotals).toMatchObject({ paid: '24.50', fees: '0.50', difference: '0.00' });
  expect(usdtTotals?.balance).toBe(usdtTotals?.booked);
});

test('two claims of one amount to one person in one transfer explain one payment each', async () => {
  const calls = [];
  for (const _ of [1, 2]) {
    const payout = await world.newPayout();
    const { transfer } = await claimPayout(world.claimant(), payout.token, {
      address: demoAccount('customer').address,
    });
    const call = decodeFunctionData({ abi: drawbridgeAbi, data: hex(transfer.data) });
    calls.push(call.functionName === 'claim' ? call.args : expect.unreachable());
  }
  const args = [calls.map(([payout]) => payout), calls.map(([, signature]) => signature), 200_000n] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args });
  await world.send('customer', { to: drawbridgeAddress, data });
  await world.settle();
  expect(await desk.reconcile()).toMatchObject({ status: 'green', totals: { counts: { claims: 3 } } });
});

test('a settlement that no transfer and no receipt stands behind is a difference', async () => {
  const log = { blockNumber: await desk.finalBlock(), blockHash: invented('a1'), hash: invented('b2'), logIndex: 0 };
  await desk.forge('settle', { kind: 'own_wallets', id: world.merchantId }, log, [
    { credit: 'owed', debit: 'paid', amount: 3n * usdt },
  ]);
  const close = await desk.reconcile();
  expect(close.status).toBe('differences');
  expect(await desk.unresolved()).toEqual(['settlement_missing 3.00']);
  const line = await desk.line(invented('b2'));
  const body = { as: 'explained' as const, note: 'Written by hand in an exercise.' };
  await resolveDifference(desk.member(), line.id, body);
  expect((await desk.reconcile()).status).toBe('green');
});

test('a payment that the books have and the chain has not is a difference', async () => {
  const payout = await desk.byHand('26.00', stranger());
  const now = world.system().clock.now();
  const place = { hash: invented('c3'), blockHash: invented('d4'), blockNumber: await desk.finalBlock(), logIndex: 0 };
  await world.database.db.insert(transfers).values({
    ...{ id: newId('transfer'), merchantId: world.merchantId, payoutId: payout.id, rail: 'wallet', chain: 'local' },
    ...{ status: 'confirmed', ...place, recipient: stranger().toLowerCase(), createdAt: now, updatedAt: now },
    sender: desk.address('admin'),
  });
  const lines: Line[] = [{ credit: 'owed', debit: 'paid', amount: 26n * usdt }];
  await desk.forge('settle', { kind: 'payout', id: payout.id }, place, lines);
  await desk.forgetCloses();
  await desk.reconcile();
  expect(await desk.unresolved()).toEqual(['settlement_missing 26.00']);
  const line = await desk.line(place.hash);
  await resolveDifference(desk.member(), line.id, { as: 'explained', note: 'Written by hand in an exercise.' });
});

test('a deposit that the chain does not show is a difference, and so is the balance; both are gone once it is reversed', async () => {
  const log = { blockNumber: await desk.finalBlock(), blockHash: invented('e5'), hash: invented('f6'), logIndex: 0 };
  const subject = { kind: 'vault' as const, id: world.vaultId };
  await desk.forge('deposit', subject, log, [{ credit: 'external', debit: 'available', amount: 4n * usdt }]);
  const close = await desk.reconcile();
  expect(await desk.unresolved()).toEqual(['balance_mismatch -4.00', 'movement_missing 4.00']);
  expect(close.totals.assets[0]?.difference).toBe('-4.00');
  await desk.reconcile();
  expect(await desk.unresolved()).toHaveLength(2);
  await world.database.db.transaction((tx) =>
    reverseNewest(tx, 'deposit', { chain: 'local', subject, log }, world.system().clock.now()),
  );
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('a deposit that the chain does not show is taken back by a person, once, and only if the chain still does not', async () => {
  const hash = await desk.pay('admin', demoAccount('vault').address, 3n * usdt);
  const real = await world.client().getTransactionReceipt({ hash });
  const [log = expect.unreachable()] = real.logs;
  const { blockHash, blockNumber } = real;
  const shown = { hash, block_hash: blockHash, block_number: `${blockNumber}`, log_index: log.logIndex };
  const place = { blockNumber: await desk.finalBlock(), blockHash: invented('a7'), hash: invented('b8'), logIndex: 0 };
  await desk.forge('deposit', { kind: 'vault', id: world.vaultId }, place, [
    { credit: 'external', debit: 'available', amount: 6n * usdt },
  ]);
  await desk.reconcile();
  const line = await desk.line(invented('b8'));
  const body = { as: 'reversed' as const, note: 'No node knows this hash.' };
  const { sql } = world.database;
  await sql`update differences set ${sql(shown)} where id = ${line.id}`;
  await expect(resolveDifference(desk.member(), line.id, body)).rejects.toMatchObject({ code: 'difference_state' });
  const unshown = { hash: place.hash, block_hash: place.blockHash, block_number: `${place.blockNumber}`, log_index: 0 };
  await sql`update differences set ${sql(unshown)} where id = ${line.id}`;
  const before = await desk.account('available');
  const tries = await Promise.allSettled([1, 2, 3].map(() => resolveDifference(desk.member(), line.id, body)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(before - (await desk.account('available'))).toBe(6n * usdt);
  expect(await viewDifference(desk.member('viewer'), line.id)).toMatchObject({ resolved: { by: 'reversed' } });
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
});

test('a settlement that a deep reorganisation took back is no difference: the payout is open again, and the books say so', async () => {
  const paid = await desk.account('paid');
  const payout = await paidByClaim();
  expect((await desk.account('paid')) - paid).toBeGreaterThan(0n);
  await world.rpc('anvil_reorg', [5, []]);
  await world.mine(4);
  await world.watch();
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect((await view(world, payout.id)).status).toBe('pending');
  expect(await desk.account('paid')).toBe(paid);
});

test('a claim that the watcher overlooked is recorded, confirmed and booked', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.mine(4);
  await desk.skipUnread();
  expect((await view(world, payout.id)).status).toBe('pending');
  expect((await desk.reconcile()).totals.counts.repaired).toBe(1);
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a deposit that the watcher overlooked is booked, and the balance is right', async () => {
  await world.send('admin', transferOf(demoAccount('vault').address, 12n * usdt));
  await world.mine(4);
  await desk.skipUnread();
  expect(await desk.reconcile()).toMatchObject({ status: 'green', totals: { counts: { repaired: 1 } } });
});

test('a claim of our contract with an id that these books do not know lies in suspense and says so', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.database.sql`update payouts set claim_id = claim_id + 1000000 where id = ${payout.id}`;
  const hash = await world.send('customer', transfer);
  await world.settle();
  await desk.reconcile();
  const lines = await world.database
    .sql`select kind, amount::text from differences where hash = ${hash} order by differences.amount`;
  expect(lines).toEqual([
    { kind: 'unknown_claim', amount: '500000' },
    { kind: 'unknown_claim', amount: '24500000' },
  ]);
  await desk.resolveAll();
});

test('an order that nobody prepared here is an alarm at once, names the revoking of the signer, and uses up its ids', async () => {
  const alarm = vi.spyOn(log, 'error');
  const payout = await world.newPayout();
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${payout.id}`;
  const order = { sender: vault, token: testUsdtAddress, firstId: BigInt(row?.claim_id), deadline: inAnHour() };
  const hash = await world.send('vault', disperseCall(order, [{ recipient: stranger(), amount: 33n * usdt }]));
  await world.settle();
  const told = alarm.mock.calls.filter(([, words]) => String(words).includes('revoke its signer'));
  expect(told).toEqual([[expect.objectContaining({ hash, vault: vault.toLowerCase() }), expect.any(String)]]);
  expect((await view(world, payout.id)).status).toBe('cancelled');
  await desk.reconcile();
  const line = await desk.line(hash);
  expect(line).toMatchObject({ kind: 'unknown_order' });
  expect(await viewDifference(desk.member('viewer'), line.id)).toMatchObject({
    title: expect.stringMatching(/order/),
    action: expect.stringMatching(/revoke the signer/),
  });
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ id: line.id, kind: 'unknown_order' });
  await desk.resolveAll();
});

test('a batch that was prepared here is no alarm, though the contract pays it as an order of the vault', async () => {
  const alarm = vi.spyOn(log, 'error');
  const hands = handDesk(world);
  const owed = async () => hands.owed({ recipient: { type: 'wallet', address: stranger() } });
  const signing = await hands.prepareOne([(await owed()).id, (await owed()).id], { sender: vault });
  expect(signing.way).toBe('disperse');
  await hands.sign(signing.calls, 'vault');
  await world.settle();
  expect(alarm.mock.calls.filter(([, words]) => String(words).includes('order'))).toEqual([]);
});

test('a claim that differed when it was read, and that the chain proves after all, is confirmed, and its suspense is undone', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  const { sql } = world.database;
  await world.send('customer', transfer);
  await sql`update payouts set gross = gross + 1, net = net + 1 where id = ${payout.id}`;
  await world.settle();
  await sql`update payouts set gross = gross - 1, net = net - 1 where id = ${payout.id}`;
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'differs' } });
  expect(await desk.account('suspense')).toBe(25n * usdt);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await desk.account('suspense')).toBe(0n);
});

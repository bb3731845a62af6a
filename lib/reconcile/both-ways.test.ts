import { decodeFunctionData, encodeFunctionData } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { merchants, transfers } from '@/db/schema';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { chainClient } from '@/lib/evm/rpc';
import { newId } from '@/lib/kernel/ids';
import { type Line, post } from '@/lib/ledger/post';
import { reverse } from '@/lib/ledger/reverse';
import { claimPayout } from '@/lib/payouts/claim';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { findCursor } from '@/lib/payouts/watch-store';
import { assignDifference } from './assign';
import { scopeOf } from './begin';
import { addDays, dayOf } from './day';
import { openDueCloses } from './due';
import { scanSpan } from './scan';
import { differenceQuery } from './schema';
import { settleDifference } from './settle';
import { startReconciliation } from './start';
import { testDesk } from './testing/desk';
import { listCloses, listDifferences, viewClose, viewDifference, viewOneReconciliation } from './view';
import { workReconciliation } from './work';

const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());
const invented = (digits: string) => `0x${digits.repeat(32)}`;

async function paidByClaim() {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.settle();
  return payout;
}

/** Writes a posting as no verb of ours would. */
async function forge(kind: 'settle' | 'deposit', sourceRef: string, lines: Line[], payoutId?: string): Promise<void> {
  const now = world.system().clock.now();
  const facts = { merchantId: world.merchantId, chain: 'local' as const, symbol: 'USDT', payoutId };
  await world.database.db.transaction((tx) => post(tx, { ...facts, kind, sourceRef, lines, now }));
}

async function finalBlock(): Promise<bigint> {
  return (await findCursor(world.database.db, 'local'))?.finalNumber ?? expect.unreachable();
}

const unsettled = async () => {
  const { data } = await listDifferences(desk.member('viewer'), differenceQuery.parse({}));
  return data.map(({ kind, amount }) => `${kind} ${amount}`).sort();
};

function transferOf(to: string, amount: bigint) {
  const args = [hex(to), amount] as const;
  return { to: testUsdtAddress, data: encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args }) };
}

async function settleAll(): Promise<void> {
  const { data } = await listDifferences(desk.member('viewer'), differenceQuery.parse({}));
  const body = { as: 'account' as const, account: 'external' as const, note: 'Part of the exercise.' };
  for (const { id } of data) await settleDifference(desk.member(), id, body);
}

async function closeDue(): Promise<void> {
  await openDueCloses(world.system());
  while (await workReconciliation(world.system()));
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
  const args = [calls.map(([payout]) => payout), calls.map(([, signature]) => signature)] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args });
  await world.send('customer', { to: drawbridgeAddress, data });
  await world.settle();
  expect(await desk.reconcile()).toMatchObject({ status: 'green', totals: { counts: { claims: 3 } } });
});

test('a settlement that no transfer and no receipt stands behind is a difference', async () => {
  const ref = `local:${invented('a1')}:${invented('b2')}:0`;
  await forge('settle', ref, [{ credit: 'owed', debit: 'paid', amount: 3n * usdt }]);
  const close = await desk.reconcile();
  expect(close.status).toBe('differences');
  expect(await unsettled()).toEqual(['settlement_missing 3.00']);
  const line = await desk.line(invented('b2'));
  const body = { as: 'explained' as const, note: 'Written by hand in an exercise.' };
  await settleDifference(desk.member(), line.id, body);
  expect((await desk.reconcile()).status).toBe('green');
});

test('a payment that the books have and the chain has not is a difference', async () => {
  const payout = await desk.byHand('26.00', stranger());
  const now = world.system().clock.now();
  const place = { hash: invented('c3'), blockHash: invented('d4'), blockNumber: await finalBlock(), logIndex: 0 };
  await world.database.db.insert(transfers).values({
    ...{ id: newId('transfer'), merchantId: world.merchantId, payoutId: payout.id, rail: 'wallet', chain: 'local' },
    ...{ status: 'confirmed', ...place, recipient: stranger().toLowerCase(), createdAt: now, updatedAt: now },
    sender: desk.address('admin'),
  });
  const ref = `local:${place.blockHash}:${place.hash}:0`;
  await forge('settle', ref, [{ credit: 'owed', debit: 'paid', amount: 26n * usdt }], payout.id);
  await desk.forgetCloses();
  await desk.reconcile();
  expect(await unsettled()).toEqual(['settlement_missing 26.00']);
  const line = await desk.line(place.hash);
  await settleDifference(desk.member(), line.id, { as: 'explained', note: 'Written by hand in an exercise.' });
});

test('a deposit that the chain does not show is a difference, and so is the balance; both are gone once it is reversed', async () => {
  const ref = `local:${await finalBlock()}:${invented('e5')}:${invented('f6')}:0:${world.vaultId}`;
  await forge('deposit', ref, [{ credit: 'external', debit: 'available', amount: 4n * usdt }]);
  const close = await desk.reconcile();
  expect(await unsettled()).toEqual(['balance_mismatch -4.00', 'movement_missing 4.00']);
  expect(close.totals.assets[0]?.difference).toBe('-4.00');
  await desk.reconcile();
  expect(await unsettled()).toHaveLength(2);
  await world.database.db.transaction((tx) => reverse(tx, 'deposit', ref, world.system().clock.now()));
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
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
  await settleAll();
});

test('a transfer in doubt that the chain proves after all is confirmed, and its suspense is undone', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  const { sql } = world.database;
  await world.send('customer', transfer);
  await sql`update payouts set gross = gross + 1 where id = ${payout.id}`;
  await world.settle();
  await sql`update payouts set gross = gross - 1 where id = ${payout.id}`;
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'unknown' } });
  expect(await desk.account('suspense')).toBe(25n * usdt);
  expect(await desk.reconcile()).toMatchObject({ status: 'green' });
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await desk.account('suspense')).toBe(0n);
});

test('two who read the same blocks at the same time find everything once', async () => {
  const payee = stranger();
  const payout = await desk.byHand('51.00', payee);
  await desk.pay('admin', payee, 51n * usdt);
  await desk.pay('vault', stranger(), 13n * usdt);
  const to = await finalBlock();
  const client = chainClient('local');
  const scope = await scopeOf(
    world.system(),
    client,
    { merchantId: world.merchantId, chain: 'local' },
    to,
    new Date(0),
  );
  const read = () => scanSpan(world.system(), scope, { from: to - 20n, to });
  await Promise.all([read(), read(), read()]);
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await desk.account('suspense')).toBe(13n * usdt);
  expect(await unsettled()).toEqual(['unexplained 13.00']);
  const [first, second] = await Promise.all([desk.open(), desk.open()]);
  expect(first.id).toBe(second.id);
  const worked = await Promise.all([first, second].map(({ id }) => workReconciliation(world.system(), { id })));
  expect(worked.filter((run) => run !== null)).toHaveLength(1);
  await settleAll();
});

test('a reading that is cut off anywhere goes on where it was, and finds everything once', async () => {
  for (const cutAt of [20, 40, 60, 80]) {
    const payee = stranger();
    const payout = await desk.byHand('52.00', payee);
    await desk.pay('admin', payee, 52n * usdt);
    await desk.pay('vault', stranger(), 14n * usdt);
    const { id } = await desk.open();
    const line = await cuttingProxy(world.database.url, cutAt);
    const { db, sql } = connect(line.url, 1);
    await Promise.race([
      workReconciliation({ ...world.system(), db }, { id, stepBlocks: 2n }).catch(() => {}),
      line.cut,
    ]);
    await sql.end({ timeout: 0 });
    await line.close();
    await world.database.sql`update reconciliations set lease_until = now() - interval '1 second' where id = ${id}`;
    await workReconciliation(world.system(), { id });
    const [run] = await world.database.sql`select status from reconciliations where id = ${id}`;
    expect(run).toMatchObject({ status: 'done' });
    expect((await view(world, payout.id)).status).toBe('completed');
    expect(await unsettled()).toEqual(['unexplained 14.00']);
    await settleAll();
  }
}, 120_000);

test('a day that is over is closed by itself once, and a gap of days is closed day by day', async () => {
  const closed = () => world.database.sql`
    select day, status, complete, version from closes where merchant_id = ${world.merchantId} and complete order by day`;
  expect(await closed()).toEqual([]);
  const today = dayOf(world.system().clock.now());
  await world.passTime(2 * 86_400);
  await world.settle();
  await closeDue();
  await closeDue();
  await closeDue();
  const days = [addDays(today, 1)].map((day) => expect.objectContaining({ day, status: 'green' }));
  expect(await closed()).toEqual(days);
  await world.passTime(2 * 86_400);
  await world.settle();
  await closeDue();
  await closeDue();
  await closeDue();
  expect((await closed()).map(({ day }) => day)).toEqual([1, 2, 3].map((days) => addDays(today, days)));
});

test('closes of a chain follow each other without a gap, and none can be changed', async () => {
  const rows = await world.database.sql`
    select distinct on (day) day, from_block, to_block from closes where complete order by day, version desc`;
  const joints = rows.slice(1).map((row, index) => BigInt(row.from_block) - BigInt(rows[index]?.to_block));
  expect(joints).toEqual([1n, 1n]);
  await expect(world.database.sql`update closes set status = 'green'`).rejects.toThrow(/append-only/);
});

test('closing a day again makes its next version', async () => {
  const day = addDays(dayOf(world.system().clock.now()), -1);
  await startReconciliation(desk.member(), { day });
  await workReconciliation(world.system());
  const { data } = await viewClose(desk.member('viewer'), 'local', day);
  expect(data.map(({ version }) => version)).toEqual([2, 1]);
  const future = startReconciliation(desk.member(), { day: addDays(day, 9) });
  await expect(future).rejects.toMatchObject({ code: 'invalid_request' });
});

test('another merchant sees nothing of it, can do nothing about it, and takes nobody’s payment for its own', async () => {
  const rival = newId('merchant');
  await world.database.db.insert(merchants).values({ id: rival, name: 'Rival' });
  await desk.declare('admin', false, rival);
  const payee = stranger();
  const { id: mine } = await desk.byHand('53.00', payee);
  await world.database.sql`
    insert into payouts select (jsonb_populate_record(p, jsonb_build_object('id', ${newId('payout')}::text,
      'merchant_id', ${rival}::text))).* from payouts p where id = ${mine}`;
  await desk.pay('admin', payee, 53n * usdt);
  await desk.reconcile(rival);
  const [stolen] = await world.database.sql`select status from payouts where merchant_id = ${rival}`;
  expect(stolen).toMatchObject({ status: 'pending' });
  await desk.pay('vault', stranger(), 15n * usdt);
  const close = await desk.reconcile();
  expect((await view(world, mine)).status).toBe('completed');
  const [id = ''] = close.differenceIds;
  const them = desk.member('owner', rival);
  const body = { as: 'account' as const, account: 'external' as const, note: 'Not theirs to say.' };
  const tries = [
    () => viewDifference(them, id),
    () => assignDifference(them, id, { owner_id: null }),
    () => settleDifference(them, id, body),
    () => viewOneReconciliation(them, close.reconciliationId),
    () => viewClose(them, 'local', '2020-01-01'),
  ];
  for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'not_found' });
  const theirs = await listDifferences(them, differenceQuery.parse({}));
  expect(theirs.data.map(({ kind }) => kind)).not.toContain('unexplained 15.00');
  expect(theirs.data.find((line) => line.id === id)).toBeUndefined();
  expect((await listCloses(them, {})).data.map((one) => one.id)).not.toContain(close.id);
});

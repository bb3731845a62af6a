import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { checkLedger } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { declareUnsigned } from './declare-unsigned';
import { recordPayment } from './record-made-elsewhere';
import { reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const unit = 1_000_000n;

async function owedTo(address: string = stranger(), amount = '25.00') {
  const payout = await desk.owed({ recipient: { type: 'wallet', address }, amount });
  return { ...payout, address };
}

async function sent(
  call: { to: string; data: string },
  from: Parameters<typeof world.send>[0] = 'admin',
  gas?: bigint,
) {
  const hash = await world.send(from, call, { gas });
  await world.mine();
  return hash;
}

const check = (word: string) => ({ code: 'transfer_mismatch', facts: { extra: { check: word } } });

test('a payment made elsewhere is checked on the chain and completes once it is deep enough', async () => {
  const payout = await owedTo();
  const hash = await sent(desk.transfer(payout.address, 25n * unit));
  await world.watch();
  expect(await recordPayment(payer(), payout.id, { hash })).toMatchObject({ status: 'processing', transfer: { hash } });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await recordPayment(payer(), payout.id, { hash })).toMatchObject({ status: 'completed' });
});

test('one that the worker has not read yet, or that is in no block yet, waits and completes by itself', async () => {
  const [unread, unmined] = [await owedTo(), await owedTo()];
  const first = await sent(desk.transfer(unread.address, 25n * unit));
  expect(await recordPayment(world.merchant(), unread.id, { hash: first })).toMatchObject({ status: 'pending' });
  const second = await world.send('admin', desk.transfer(unmined.address, 25n * unit));
  await recordPayment(world.merchant(), unmined.id, { hash: second });
  await desk.settle();
  expect([(await view(world, unread.id)).status, (await view(world, unmined.id)).status]).toEqual([
    'completed',
    'completed',
  ]);
});

test('a hash that no node knows yet waits, and gives way to the right one', async () => {
  const payout = await owedTo();
  const unknown = `0x${'cd'.repeat(32)}`;
  expect(await recordPayment(payer(), payout.id, { hash: unknown })).toMatchObject({
    status: 'pending',
    transfer: { hash: unknown },
  });
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  const hash = await sent(desk.transfer(payout.address, 25n * unit));
  await recordPayment(payer(), payout.id, { hash });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
});

test('the wrong recipient, the wrong amount and no success are each refused by name', async () => {
  const payout = await owedTo();
  const record = (hash: string) => recordPayment(payer(), payout.id, { hash });
  const elsewhere = await sent(desk.transfer(stranger(), 25n * unit));
  await expect(record(elsewhere)).rejects.toMatchObject(check('wrong_recipient'));
  const tooLittle = await sent(desk.transfer(payout.address, 25n * unit - 1n));
  await expect(record(tooLittle)).rejects.toMatchObject(check('wrong_amount'));
  await expect(record(tooLittle)).rejects.toThrow('It pays 24.999999 USDT; this payout is 25.00 USDT, exactly.');
  const failed = await sent(desk.transfer(payout.address, 25n * unit), 'admin', 30_000n);
  await expect(record(failed)).rejects.toMatchObject(check('not_succeeded'));
  expect((await view(world, payout.id)).status).toBe('pending');
});

test('another token, or none, is refused by name, also before it is mined', async () => {
  const payout = await owedTo();
  const coins = await sent({ to: payout.address, data: '0x' });
  await expect(recordPayment(payer(), payout.id, { hash: coins })).rejects.toMatchObject(check('wrong_token'));
  const waiting = await world.send('admin', desk.transfer(stranger(), 25n * unit));
  await expect(recordPayment(payer(), payout.id, { hash: waiting })).rejects.toMatchObject(check('wrong_recipient'));
  await world.mine();
});

test('one hash pays one payout, also when two are told of it at the same moment', async () => {
  const address = stranger();
  const payouts = await Promise.all([owedTo(address), owedTo(address), owedTo(address)]);
  const hash = await sent(desk.transfer(address, 25n * unit));
  await world.watch();
  const results = await Promise.allSettled(payouts.map((payout) => recordPayment(payer(), payout.id, { hash })));
  await desk.settle();
  const statuses = await Promise.all(payouts.map(async (payout) => (await view(world, payout.id)).status));
  expect(statuses.filter((status) => status === 'completed')).toHaveLength(1);
  expect(results.length).toBe(3);
  const free = payouts.find((_, index) => statuses[index] === 'pending') ?? expect.unreachable();
  await expect(recordPayment(payer(), free.id, { hash })).rejects.toMatchObject(check('already_used'));
});

test('what a claim paid is never taken for a payment by hand', async () => {
  const claimed = await world.newPayout({ amount: '25.50' });
  const { transfer } = await claimPayout(world.claimant(), claimed.token, { address: demoAccount('customer').address });
  const hash = await sent(transfer, 'customer');
  await world.watch();
  const payout = await owedTo(demoAccount('customer').address);
  await expect(recordPayment(payer(), payout.id, { hash })).rejects.toMatchObject(check('wrong_token'));
  await desk.settle();
});

test('a payout that is claimed, and one that waits for approval, cannot be recorded as paid by hand', async () => {
  const claimed = await world.newPayout();
  const hash = `0x${'ef'.repeat(32)}`;
  await expect(recordPayment(payer(), claimed.id, { hash })).rejects.toMatchObject({ code: 'payout_state' });
  await expect(recordPayment(payer(), 'po_00000000000000000000000000', { hash })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('an expired payout that was still paid elsewhere is booked', async () => {
  const address = stranger();
  const payout = await desk.owed({ recipient: { type: 'wallet', address }, expires_in: 60 });
  await world.passTime(61);
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('expired');
  const hash = await sent(desk.transfer(address, 25n * unit));
  await world.watch();
  await recordPayment(payer(), payout.id, { hash });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a report of another hash is refused, and a prepared payment stays open until a person says it was not signed', async () => {
  const payout = await owedTo();
  const signing = await desk.prepareOne([payout.id]);
  const other = await sent(desk.transfer(stranger(), 25n * unit));
  await expect(reportPayment(payer(), { signing_id: signing.id, hash: other })).rejects.toMatchObject(
    check('wrong_recipient'),
  );
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  const state = await declareUnsigned(payer(), { payout_ids: [payout.id] });
  expect(state.payments[0]?.unsigned_from_block).not.toBeNull();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({
    code: 'destination_doubtful',
    facts: { extra: { check: 'given_up_before' } },
  });
  expect((await desk.prepareOne([payout.id], { accept_warnings: true })).count).toBe(1);
});

test('a word that nothing was signed does not hold against what the network knows', async () => {
  const payout = await owedTo();
  const signing = await desk.prepareOne([payout.id]);
  const [call] = signing.calls;
  await world.send('admin', call ?? expect.unreachable());
  const stated = declareUnsigned(payer(), { payout_ids: [payout.id] });
  await expect(stated).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a payment by hand from the vault’s own wallet is taken from what the vault holds', async () => {
  const available = await desk.balance('available');
  const payout = await owedTo();
  const signing = await desk.prepareOne([payout.id], { sender: demoAccount('vault').address });
  await desk.sign(signing.calls, 'vault');
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(available - (await desk.balance('available'))).toBe(25n * unit);
  expect((await desk.balance('available')) + (await desk.balance('committed'))).toBe(await world.vaultBalance());
});

test('after all of this the books balance, and what is promised equals what is owed', async () => {
  await desk.settle();
  await rollUpBalances(world.system());
  expect(await checkLedger(world.system())).toMatchObject({ faults: [] });
});
